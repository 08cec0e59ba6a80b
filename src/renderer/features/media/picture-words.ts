import type { StoredPicture } from '../../../shared/contract'

type Worded = Pick<StoredPicture, 'details' | 'usedIn'>

/** What a picture is called in lists: what was said of it, its file's name, or where it stands. */
export function pictureTitle({ details, usedIn }: Worded, elsewhere: readonly string[] = []): string {
  const { headline, caption, alt } = details.description
  const said = [headline, caption, alt, details.name].map((text) => text.trim()).find(Boolean)
  if (said) return said
  const [first] = usedIn
  if (first) return `Picture of “${first.headline || 'Untitled'}”`
  return elsewhere[0] ?? 'Picture without words'
}

/** Where a picture is used, in a few words. */
export function useWords({ usedIn }: Pick<StoredPicture, 'usedIn'>, elsewhere: readonly string[]): string {
  const places = usedIn.length + elsewhere.length
  if (places === 0) return 'Not used'
  if (usedIn.length === 0) return elsewhere[0] ?? ''
  return usedIn.length === 1 ? 'In 1 article' : `In ${usedIn.length} articles`
}

/** Today, as licences are dated. */
export const today = (): string => new Date().toISOString().slice(0, 10)
