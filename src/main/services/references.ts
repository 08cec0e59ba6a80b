import { bodyMedia } from '../../shared/article/body-text'
import type { Content } from '../../shared/article/content'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { OpenLibrary } from './ports'

type References = Pick<Content, 'authors' | 'category' | 'body' | 'thumbnail'>

const picturesOf = ({ body, thumbnail }: References): string[] => [
  ...(thumbnail ? [thumbnail.media] : []),
  ...bodyMedia(body),
]

/**
 * Whether everything that content refers to is in the library: its authors, its category, its pictures.
 * @param kept content that was checked before: what it already refers to is not looked up again
 */
export async function checkReferences(
  { authors, settings, media }: Pick<OpenLibrary, 'authors' | 'settings' | 'media'>,
  content: References,
  kept: References | null,
): Promise<Result<void, ErrorWith<'invalid-input'>>> {
  const issues: string[] = []
  const known = new Set(authors.read().map((author) => author.id))
  if (content.authors.some((id) => !known.has(id)))
    issues.push('Author: somebody in the byline is not in the library')

  const category = settings.read().site.categories.find((one) => one.id === content.category)
  if (content.category !== null && !category)
    issues.push(`Category: there is no category “${content.category}”`)
  if (category?.front) issues.push(`Category: “${category.name}” is the front page and holds no articles`)

  const checked = new Set(kept ? picturesOf(kept) : [])
  const pictures = [...new Set(picturesOf(content))].filter((hash) => !checked.has(hash))
  const found = await Promise.all(pictures.map((hash) => media.find(hash)))
  if (found.some((picture) => picture === null))
    issues.push('Pictures: one of them is not in the library; add it again')
  return issues.length > 0 ? err({ code: 'invalid-input', issues }) : ok(undefined)
}
