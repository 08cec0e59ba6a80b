import type { IndexEntry } from '../../shared/article/index-entry'
import { slugFrom } from '../../shared/article/slug'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { fold } from '../../shared/kernel/fold'
import type { ReadError } from './ports'
import type { Room } from './room'
import { settleSlug, slugTaken } from './slugs'

type Wanted = InputOf<'check.duplicates'>
type Found = OutputOf<'check.duplicates'>

/** How alike two headlines have to be to be told: words they share among all their words. */
const nearlySame = 0.75
const told = 5

/** What else in the library is called alike, and which slug an article would be kept with as it is typed now. */
export async function findDuplicates(
  room: Room,
  _reader: Person | null,
  wanted: Wanted,
): Promise<Result<Found, ReadError | ErrorWith<'not-found'>>> {
  const { articles } = room.library
  const found = await articles.find(wanted.id)
  if (!found.ok) return found
  const entries = await articles.entries()
  const isTaken = slugTaken(entries, wanted.id)
  const plain = wanted.slug.follows ? slugFrom(wanted.headline, '') : wanted.slug.text
  const stays = wanted.slug.follows && found.value.public.exported !== null
  const holder =
    plain === '' || stays || !isTaken(plain)
      ? undefined
      : entries.find((entry) => entry.id !== wanted.id && slugTaken([entry], wanted.id)(plain))
  return ok({
    headlines: alike(wanted, entries),
    slug: holder
      ? { wanted: plain, becomes: settleSlug(found.value, wanted, isTaken).text, takenBy: holder.headline }
      : null,
  })
}

function alike({ id, headline }: Wanted, entries: readonly IndexEntry[]): Found['headlines'] {
  const words = new Set(wordsOf(headline))
  if (words.size === 0) return []
  const found: { entry: IndexEntry; share: number }[] = []
  for (const entry of entries) {
    if (entry.id === id || entry.state === 'spiked') continue
    const share = sharedWords(words, knownWords(entry))
    if (share >= nearlySame) found.push({ entry, share })
  }
  return found
    .sort((a, b) => b.share - a.share || (a.entry.updatedAt < b.entry.updatedAt ? 1 : -1))
    .slice(0, told)
    .map(({ entry, share }) => ({
      id: entry.id,
      headline: entry.headline,
      state: entry.state,
      same: share === 1,
    }))
}

/** The words two headlines share among all their words: 1 for the same words in any order. */
function sharedWords(words: ReadonlySet<string>, others: readonly string[]): number {
  // Too different in length to be alike: most headlines are passed over here.
  if (others.length * nearlySame > words.size || words.size * nearlySame > others.length) return 0
  const shared = others.filter((word) => words.has(word)).length
  return shared / (words.size + others.length - shared)
}

/** An entry is another object once its article changes, so a headline is taken apart once. */
const known = new WeakMap<IndexEntry, string[]>()

function knownWords(entry: IndexEntry): string[] {
  const before = known.get(entry)
  if (before) return before
  const words = wordsOf(entry.headline)
  known.set(entry, words)
  return words
}

/** A headline’s words, folded, once each. Scripts without spaces are taken character by character. */
const wordsOf = (headline: string): string[] => [
  ...new Set(
    fold(headline).match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu,
    ) ?? [],
  ),
]
