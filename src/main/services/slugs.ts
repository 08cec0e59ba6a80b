import type { Article } from '../../shared/article/article'
import type { Content } from '../../shared/article/content'
import type { IndexEntry } from '../../shared/article/index-entry'
import { slugFrom, uniqueSlug } from '../../shared/article/slug'

/**
 * The slug an article is kept with. It follows the headline until somebody types one (then `follows` is false) or
 * the article is exported; after that only a typed slug changes it. No two articles share one.
 * @param isTaken whether another article has a slug; asked only when the slug is to change
 */
export function settleSlug(
  article: Pick<Article, 'id' | 'content' | 'public'>,
  wanted: Pick<Content, 'headline' | 'slug'>,
  isTaken: (slug: string) => boolean,
): Content['slug'] {
  const kept = article.content.slug
  const typed = !wanted.slug.follows && wanted.slug.text !== ''
  if (typed) {
    if (wanted.slug.text === kept.text) return { text: kept.text, follows: false }
    const free = isTaken(wanted.slug.text)
      ? uniqueSlug(shortened(wanted.slug.text), isTaken)
      : wanted.slug.text
    return { text: free, follows: false }
  }
  if (article.public.exported !== null) return kept
  if (wanted.headline.trim() === '') return { text: '', follows: true }
  const base = slugFrom(wanted.headline, `article-${article.id.slice(-8).toLowerCase()}`)
  // A number once given stays, even when the first holder of the plain slug is gone: addresses do not wander.
  const stays = kept.follows && (kept.text === base || isNumbered(kept.text, base))
  return { text: stays ? kept.text : uniqueSlug(base, isTaken), follows: true }
}

/** Leaves room for a number behind the longest slug. */
const shortened = (slug: string): string => slug.slice(0, 80).replace(/-$/, '')

const isNumbered = (slug: string, base: string): boolean =>
  slug.startsWith(`${base}-`) && /^[0-9]+$/.test(slug.slice(base.length + 1))

/** Whether another article than `id` has a slug now, or is or was known to readers by it. */
export const slugTaken =
  (entries: readonly IndexEntry[], id: string) =>
  (slug: string): boolean =>
    entries.some((entry) => entry.id !== id && (entry.slug === slug || publicSlugs(entry).includes(slug)))

const publicSlugs = ({ path, formerPaths }: Pick<IndexEntry, 'path' | 'formerPaths'>): string[] =>
  [...(path === null ? [] : [path]), ...formerPaths].flatMap((one) => one.split('/').at(-2) ?? [])
