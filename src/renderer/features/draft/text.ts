import type { Body } from '../../../shared/article/body'
import { contentSchema, fieldNames, type Content, type ContentField } from '../../../shared/article/content'
import { slugFrom } from '../../../shared/article/slug'
import type { ErrorWith } from '../../../shared/kernel/app-error'
import { err, ok, type Result } from '../../../shared/kernel/result'

/** Everything of an article's content that is typed or chosen outside the body. */
export type Fields = Omit<Content, 'body'>

export function splitContent(content: Content): { fields: Fields; body: Body } {
  const { body, ...fields } = content
  return { fields, body }
}

/**
 * Fields and whatever the editor holds, as content that the library takes.
 * @param body the editor's document as JSON, unchecked
 */
export function joinContent(fields: Fields, body: unknown): Result<Content, ErrorWith<'invalid-input'>> {
  const checked = contentSchema.safeParse({ ...fields, body })
  if (checked.success) return ok(checked.data)
  const issues = checked.error.issues.map(({ path, message }) => `${nameOf(path[0])}: ${message}`)
  return err({ code: 'invalid-input', issues: [...new Set(issues)] })
}

const nameOf = (field: PropertyKey | undefined): string =>
  typeof field === 'string' && field in fieldNames ? fieldNames[field as ContentField] : 'The article'

/**
 * Fields after a change. While the slug follows the headline it changes with it; the desk may still number it when
 * it is kept.
 */
export function changedFields(fields: Fields, change: Partial<Fields>, slugIsFixed: boolean): Fields {
  const changed = { ...fields, ...change }
  if (change.headline === undefined || !changed.slug.follows || slugIsFixed) return changed
  return { ...changed, slug: { text: slugFrom(changed.headline, ''), follows: true } }
}
