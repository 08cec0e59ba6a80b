import { join } from 'node:path'
import * as fc from 'fast-check'
import { wholeArticle } from '../../shared/review/anchor'
import { anchorAt } from '../../shared/review/anchor-at'
import type { Result } from '../../shared/kernel/result'
import type { MoveName } from '../../shared/workflow/moves'
import { valueOf } from '../services/testing/newsroom'
import type { DeskNewsroom, Staff } from './desk-newsroom'

/** What somebody does in an evening; `which` of the articles it is about. */
export type EveningStep = { which: 0 | 1; who: keyof Staff } & (
  | { do: 'move'; move: MoveName }
  | { do: 'keep'; headline: string }
  | { do: 'comment'; blocking: boolean }
  | { do: 'resolve' }
  | { do: 'suggest'; word: string }
  | { do: 'accept' }
  | { do: 'rename person'; name: string }
  | { do: 'rename author'; name: string }
  | { do: 'settings'; two: boolean; mayHaveEdited: boolean; blocked: boolean }
  | { do: 'clock'; minutes: number }
  | { do: 'export' }
  | { do: 'export one' }
  | { do: 'restart' }
)

const moveNames = [
  ...['submit', 'recall', 'start-review', 'request-changes', 'approve', 'hold'],
  ...['resume', 'spike', 'restore', 'correct', 'withdraw'],
] as MoveName[]
const is = fc.constant
const whose = {
  which: fc.constantFrom<0 | 1>(0, 1),
  who: fc.constantFrom<keyof Staff>('editor', 'otherEditor', 'chief', 'otherChief', 'production', 'admin'),
}
const headline = fc.integer({ min: 100, max: 999 }).map((number) => `Flood ${number}`)
const name = fc.constantFrom('S. A.', 'Shella', 'Zoë “Z” Ørsted')

const single: fc.Arbitrary<EveningStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ ...whose, do: is('move' as const), move: fc.constantFrom(...moveNames) }),
  },
  { weight: 3, arbitrary: fc.record({ ...whose, do: is('keep' as const), headline }) },
  {
    weight: 3,
    arbitrary: fc.record({ ...whose, do: fc.constantFrom('export' as const, 'export one' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ ...whose, do: is('comment' as const), blocking: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ ...whose, do: is('suggest' as const), word: fc.constantFrom('Twice', '') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...whose, do: fc.constantFrom('accept' as const, 'resolve' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ ...whose, do: is('rename person' as const), name }) },
  { weight: 1, arbitrary: fc.record({ ...whose, do: is('rename author' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...whose,
      do: is('settings' as const),
      ...{ two: fc.boolean(), mayHaveEdited: fc.boolean(), blocked: fc.boolean() },
    }),
  },
  // Backwards too: clocks are set right, and winter comes.
  {
    weight: 1,
    arbitrary: fc.record({ ...whose, do: is('clock' as const), minutes: fc.constantFrom(-60, -1, 5, 600) }),
  },
  { weight: 1, arbitrary: fc.record({ ...whose, do: is('restart' as const) }) },
)

/** The shortest way to readers, so that evenings get past an approval often. */
const toReaders = whose.which.map((which): EveningStep[] => [
  { which, who: 'editor', do: 'move', move: 'submit' },
  { which, who: 'chief', do: 'move', move: 'start-review' },
  { which, who: 'otherChief', do: 'move', move: 'approve' },
  { which, who: 'production', do: 'export' },
])

/** Up to twenty steps. */
export const evenings: fc.Arbitrary<EveningStep[]> = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: single.map((one) => [one]) }, { weight: 1, arbitrary: toReaders }),
    {
      minLength: 4,
      maxLength: 20,
    },
  )
  .map((parts) => parts.flat().slice(0, 20))

/** Does it as that person's window would; what they may not do is refused, as in the product. Null: nothing was asked. */
export async function spend(
  newsroom: DeskNewsroom,
  ids: readonly [string, string],
  step: EveningStep,
): Promise<Result<unknown, { code: string }> | null> {
  const id = ids[step.which]
  const { window, id: person } = newsroom.staff[step.who]
  const opened = async () => valueOf(await window.answer('article.open', { id })).article
  switch (step.do) {
    case 'move':
      return window.answer('article.move', { id, move: step.move, note: 'As agreed.' })
    case 'keep': {
      const { revision: basedOn, content } = await opened()
      return window.answer('article.keep', { id, basedOn, content: { ...content, headline: step.headline } })
    }
    case 'comment': {
      const thread = { anchor: wholeArticle, text: 'Who says so?', mentions: [], blocking: step.blocking }
      return window.answer('thread.add', { id, ...thread })
    }
    case 'resolve': {
      const thread = (await opened()).review.threads.at(-1)
      return thread ? window.answer('thread.resolve', { id, thread: thread.id, resolved: true }) : null
    }
    case 'suggest': {
      const anchor = anchorAt((await opened()).content, { in: 'body', attribute: null, from: 1, to: 5 })
      return anchor ? window.answer('suggestion.add', { id, anchor, text: step.word, note: '' }) : null
    }
    case 'accept': {
      const wanted = (await opened()).review.suggestions.find(({ answer }) => answer === null)
      const answered = { id, suggestions: [wanted?.id ?? ''], kind: 'accepted' as const }
      return wanted ? window.answer('suggestion.answer', answered) : null
    }
    case 'rename person': {
      const people = valueOf(await window.answer('person.list', {}))
      const [one] = people.filter((known) => known.id === person)
      const { role = 'editor', author = null, disabled = false } = one ?? {}
      const admin = newsroom.staff.admin.window
      return admin.answer('person.change', { id: person, role, author, disabled, name: step.name })
    }
    case 'rename author': {
      const [author] = valueOf(await window.answer('author.list', {}))
      if (!author) return null
      const { slug: _slug, ...known } = author
      return window.answer('author.save', { ...known, name: step.name })
    }
    case 'settings':
      return window.answer('settings.change', {
        site: { footer: step.two ? 'Two of us read this.' : '' },
        rules: {
          approverMayNotHaveEdited: !step.mayHaveEdited,
          blockedWords: step.blocked ? ['Twice'] : [],
          twoApprovals: { categories: step.two ? ['news'] : [], flags: [] },
        },
      })
    case 'clock':
      newsroom.clock.now += step.minutes * 60_000
      return null
    case 'export':
      return window.answer('publish.export', { folder: join(newsroom.folder, 'site') })
    case 'export one':
      return window.answer('publish.article', { id, form: 'md', file: join(newsroom.folder, 'alone.md') })
    case 'restart':
      await newsroom.restart()
      return null
  }
}
