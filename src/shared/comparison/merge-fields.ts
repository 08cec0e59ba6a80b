import type { Content, ContentField } from '../article/content'
import { deskNotes } from '../article/content'
import { canonicalJson } from '../kernel/canonical-json'
import { mergeRecord, mergeValue, saysSame, type Merged } from './merge-value'

/** A field of an article outside its body. */
export type FieldName = Exclude<ContentField, 'body'>
export type Fields = Omit<Content, 'body'>

type Merger<T> = (base: T, mine: T, theirs: T) => Merged<T>

const mergeWhole = <T>(base: T, mine: T, theirs: T): Merged<T> => mergeValue(base, mine, theirs)

const mergeText = (most: number, base: string, mine: string, theirs: string): Merged<string> =>
  mergeValue(base, mine, theirs, (...both) => {
    const text = both.filter(Boolean).join(' ')
    return text.length <= most ? text : null
  })

const atMost = <T>(most: number, items: T[]): T[] | null => (items.length <= most ? items : null)

/** A set has no conflicts: what either took away is gone, what either added is there. */
function mergeSet<T>(
  most: number,
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): Merged<T[]> {
  const keysOf = (items: readonly T[]): Set<string> => new Set(items.map((item) => canonicalJson(item)))
  const [known, ours, others] = [keysOf(base), keysOf(mine), keysOf(theirs)]
  const stays = mine.filter((item) => !known.has(canonicalJson(item)) || others.has(canonicalJson(item)))
  const added = theirs.filter((item) => !known.has(canonicalJson(item)) && !ours.has(canonicalJson(item)))
  const merged = [...stays, ...added]
  return merged.length <= most
    ? { conflict: false, mine: merged, theirs: merged, both: merged }
    : mergeValue([...base], [...mine], [...theirs])
}

/** A slug that follows the headline is made anew when the article is kept: only typed ones exclude each other. */
const mergeSlug: Merger<Content['slug']> = (base, mine, theirs) => {
  if (mine.follows !== theirs.follows)
    return mergeValue(base, mine.follows ? base : mine, mine.follows ? theirs : base)
  return mine.follows ? mergeValue(base, mine, mine) : mergeValue(base, mine, theirs)
}

/** What is said of a picture belongs to that picture: two different ones are not mixed. */
const mergeThumbnail: Merger<Content['thumbnail']> = (base, mine, theirs) =>
  base && mine && theirs && base.media === mine.media && base.media === theirs.media
    ? mergeRecord(base, mine, theirs)
    : mergeValue(base, mine, theirs)

const mergeDesk: Merger<Content['desk']> = (base, mine, theirs) => {
  const [was, ours, others] = [base, mine, theirs].map((desk) => deskNotes({ desk }))
  if (!was || !ours || !others) return mergeValue(base, mine, theirs)
  return mergeRecord(was, ours, others, (name) =>
    name === 'ignored' && !saysSame(ours.ignored, others.ignored)
      ? mergeSet(2000, was.ignored, ours.ignored, others.ignored)
      : mergeValue(was[name], ours[name], others[name]),
  )
}

/** How each field is merged where both sides changed it. */
const mergers: { [N in FieldName]: Merger<Fields[N]> } = {
  headline: (...texts) => mergeText(10_000, ...texts),
  standfirst: (...texts) => mergeText(20_000, ...texts),
  dateline: (...texts) => mergeText(10_000, ...texts),
  lang: mergeWhole,
  dir: mergeWhole,
  authors: (base, mine, theirs) =>
    mergeValue(base, mine, theirs, (...both) => atMost(50, [...new Set(both.flat())])),
  category: mergeWhole,
  tags: (base, mine, theirs) => mergeSet(200, base, mine, theirs),
  slug: mergeSlug,
  thumbnail: mergeThumbnail,
  readTime: (base, mine, theirs) =>
    // Who set it when is noted by the desk: the same minutes are the same read time.
    mine?.minutes === theirs?.minutes ? mergeValue(base, mine, mine) : mergeValue(base, mine, theirs),
  publishTime: mergeWhole,
  embargo: mergeWhole,
  search: (base, mine, theirs) => mergeRecord(base, mine, theirs),
  desk: mergeDesk,
}

/** Merges one field by its own rules. */
export function mergeField<N extends FieldName>(
  name: N,
  base: Fields,
  mine: Fields,
  theirs: Fields,
): Merged<Fields[N]> {
  const plain = mergeValue(base[name], mine[name], theirs[name])
  return plain.conflict ? mergers[name](base[name], mine[name], theirs[name]) : plain
}
