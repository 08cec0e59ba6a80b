import { slugFrom, slugSchema } from '../../shared/article/slug'
import { quoted, type Warnings } from '../../shared/html/warnings'

/** A slug as a file writes it, made valid where it is not; null lets it follow the headline. */
export function readSlug(written: string, warnings: Warnings): string | null {
  if (written === '') return null
  if (slugSchema.safeParse(written).success) return written
  const slug = slugFrom(written, '')
  warnings.add(
    slug === ''
      ? `${quoted(written)} gives no slug, so the slug follows the headline.`
      : `The slug ${quoted(written)} was written as ${quoted(slug)}.`,
  )
  return slug === '' ? null : slug
}
