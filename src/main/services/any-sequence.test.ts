import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from '../../shared/article/content'
import { ok } from '../../shared/kernel/result'
import { sealedNow, shownState } from '../../shared/workflow/decide'
import { logProblems } from '../../shared/workflow/log'
import type { MoveName } from '../../shared/workflow/moves'
import { hasRole, type Person } from '../../shared/workflow/people'
import { saveAuthor } from './authors'
import { keepArticle } from './keeping'
import { flagArticle, moveArticle } from './moving'
import { printedNames } from './names'
import { createPublishing } from './publishing'
import { draftArticle, openNewsroom, valueOf, type Newsroom } from './testing/newsroom'
import { viewArticle } from './view'

/** Whatever several people do to one article, in any order, readers only ever get what was approved. */

const people = ['editor', 'chief', 'otherChief', 'production', 'admin'] as const
type Who = (typeof people)[number]
const workingMoves: MoveName[] = [
  ...['submit', 'recall', 'start-review', 'request-changes', 'approve', 'hold'],
  ...['resume', 'spike', 'restore', 'correct', 'withdraw'],
] as MoveName[]

type Step =
  | { do: 'keep'; who: Who; headline: string; minutes: number | null }
  | { do: 'move'; who: Who; move: MoveName }
  | { do: 'rename'; who: Who; name: string }
  | { do: 'flag'; who: Who; value: 'required' | 'done' }
  | { do: 'export'; who: Who }

const who = fc.constantFrom(...people)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('move' as const), who, move: fc.constantFrom(...workingMoves) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('keep' as const),
      who,
      headline: fc.constantFrom('Flood', 'Deluge', 'TK'),
      minutes: fc.constantFrom(null, 5),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('export' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      who,
      name: fc.constantFrom('S. A.', 'Shella'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('flag' as const),
      who,
      value: fc.constantFrom('required', 'done'),
    }),
  },
)
/** The shortest way to an approval, so that sequences get past it often. */
const wayToApproval: Step[] = [
  { do: 'move', who: 'editor', move: 'submit' },
  { do: 'move', who: 'chief', move: 'start-review' },
  { do: 'move', who: 'otherChief', move: 'approve' },
]
const chunk = fc.oneof(
  { weight: 6, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: fc.constant(wayToApproval) },
  { weight: 1, arbitrary: fc.constant<Step[]>([...wayToApproval, { do: 'export', who: 'production' }]) },
)
const sequences = fc.array(chunk, { maxLength: 25 }).map((chunks) => chunks.flat())

/** What the test itself remembers, beside the program. */
interface Witness {
  /** The hash that was approved last. */
  approved: string | null
  everApproved: Set<string>
  changedSince: Set<string>
}

async function sealedHash({ room }: Newsroom, id: string): Promise<string> {
  const article = valueOf(await room.library.articles.find(id))
  return sealedNow(article, printedNames(room.library.authors.read(), article.content.authors)).hash
}

async function take(newsroom: Newsroom, id: string, one: Step, witness: Witness): Promise<void> {
  const { room } = newsroom
  const person = newsroom[one.who]
  const before = await sealedHash(newsroom, id)
  switch (one.do) {
    case 'keep': {
      const { revision, content } = valueOf(await room.library.articles.find(id))
      const readTime = one.minutes && { minutes: one.minutes, by: person.id, at: '2026-01-01T00:00:00.000Z' }
      const typed: Content = { ...content, headline: one.headline, readTime: readTime || null }
      await keepArticle(room, person, { id, basedOn: revision, content: typed })
      if ((await sealedHash(newsroom, id)) !== before) witness.changedSince.add(person.id)
      return
    }
    case 'move': {
      const moved = await moveArticle(room, person, { id, move: one.move, note: 'a note' })
      // A correction is words that readers will see: whoever wrote them changed the article.
      if (moved.ok && one.move === 'correct') witness.changedSince.add(person.id)
      if (!moved.ok || one.move !== 'approve') return
      expect(hasRole(person, ['chief'])).toBe(true)
      expect([...witness.changedSince]).not.toContain(person.id)
      witness.approved = await sealedHash(newsroom, id)
      witness.everApproved.add(witness.approved)
      witness.changedSince.clear()
      return
    }
    case 'rename':
      await saveAuthor(room, person, { ...newsroom.author, name: one.name })
      if ((await sealedHash(newsroom, id)) !== before) witness.changedSince.add(person.id)
      return
    case 'flag':
      await flagArticle(room, person, { id, flag: 'legal', value: one.value })
      return
    case 'export': {
      if (!(await exported(newsroom, id, person, witness))) return
      expect(before).toBe(witness.approved)
      return
    }
  }
}

/** Exports the site to nowhere. What it lists must be what was approved; whether the article became public just now. */
async function exported({ room }: Newsroom, id: string, person: Person, witness: Witness): Promise<boolean> {
  const before = valueOf(await room.library.articles.find(id)).public.exported
  const publishing = createPublishing({
    async writeSite({ folder, files, articles }) {
      let count = 0
      for await (const file of files) count += file.path === '' ? 0 : 1
      for (const { seal } of articles()) expect([...witness.everApproved]).toContain(seal)
      return ok({ folder, files: count, written: count, removed: 0, warnings: [] })
    },
    writeOne: async (file) => ok({ file, bytes: 0 }),
    lastArticles: async () => ok([]),
  })
  const done = await publishing.exportSite(room, person, { folder: '/site' })
  expect(done.ok).toBe(hasRole(person, ['production']))
  return valueOf(await room.library.articles.find(id)).public.exported !== before
}

async function expectConsistent(newsroom: Newsroom, id: string, witness: Witness): Promise<void> {
  const { room } = newsroom
  const { articles, authors } = room.library
  const article = valueOf(await articles.find(id))
  const state = shownState(article, printedNames(authors.read(), article.content.authors))
  const hash = await sealedHash(newsroom, id)
  if (state === 'approved') expect(hash).toBe(witness.approved)
  if (state === 'reopened') expect(hash).not.toBe(witness.approved)
  expect(viewArticle(room, newsroom.chief, article).state).toBe(state)
  expect((await articles.entries()).find((entry) => entry.id === id)?.state).toBe(state)
  expect(new Set(article.review.changedBy)).toEqual(witness.changedSince)
  expect(article.public.state === 'never-exported').toBe(article.public.exported === null)
  const revisions = valueOf(await articles.revisions(id)).rows
  expect(revisions.map(({ revision }) => revision)).toEqual(
    Array.from({ length: article.revision }, (_, index) => article.revision - index),
  )
  expect(logProblems(valueOf(await articles.log(id)))).toEqual([])
}

describe('any sequence of keeps, moves, renames and exports', () => {
  it('gives readers nothing but what somebody else approved', async () => {
    let exports = 0
    await fc.assert(
      fc.asyncProperty(sequences, async (steps) => {
        const newsroom = await openNewsroom()
        const { article } = await draftArticle(newsroom)
        const changedSince = new Set([newsroom.editor.id])
        const witness: Witness = { approved: null, everApproved: new Set(), changedSince }
        for (const one of steps) {
          await take(newsroom, article.id, one, witness)
          await expectConsistent(newsroom, article.id, witness)
        }
        if (valueOf(await newsroom.room.library.articles.find(article.id)).public.exported) exports += 1
      }),
      { numRuns: 80 },
    )
    // Otherwise nothing was tried.
    expect(exports).toBeGreaterThan(10)
  }, 60_000)
})
