import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'

/** The workflow table's refusals as a script meets them: an exit code, and words on the standard error. */

const at = useCommandNewsroom()
const { run, staff, imported } = at

interface Refused {
  move: string
  as: string
  /** What is done before it, as `galley` is told; `ID` is the article. */
  after?: string[][]
  more?: string[]
  words: RegExp
}

const complete = ['set', 'ID', 'author=Zoe Lee', 'category=News', '--as', 'Ed']
const submitted = [complete, ['move', 'submit', 'ID', '--as', 'Ed']]
const inReview = [...submitted, ['move', 'start-review', 'ID', '--as', 'Cleo']]
const approved = [...inReview, ['move', 'approve', 'ID', '--as', 'Cleo']]

const cases: Record<string, Refused> = {
  'a role: approving as an editor': {
    ...{ move: 'approve', as: 'Ed', after: inReview },
    words: /Approve is for desk chiefs and admins; Ed is an editor/,
  },
  'a role: holding as an editor': {
    ...{ move: 'hold', as: 'Ed', more: ['--note', 'Wait.'] },
    words: /Hold is for/,
  },
  'a state: approving a draft': {
    ...{ move: 'approve', as: 'Cleo' },
    words: /Approve is not possible while the article is draft/,
  },
  'a state: submitting twice': {
    ...{ move: 'submit', as: 'Ed', after: submitted },
    words: /Submit for review is not possible while the article is submitted/,
  },
  'a state: resuming what nobody holds': {
    ...{ move: 'resume', as: 'Cleo' },
    words: /Resume is not possible while/,
  },
  'a public state: correcting what no reader has': {
    ...{ move: 'correct', as: 'Cleo', after: approved, more: ['--note', 'It was noon.'] },
    words: /Correct is not possible for an article that is/,
  },
  'a public state: withdrawing what no reader has': {
    ...{ move: 'withdraw', as: 'Cleo', more: ['--note', 'It was wrong.'] },
    words: /Withdraw is not possible for an article that is/,
  },
  complete: { move: 'submit', as: 'Ed', words: /category/i },
  'no-placeholder': {
    ...{ move: 'submit', as: 'Ed', after: [complete, ['set', 'ID', 'headline=TK', '--as', 'Ed']] },
    words: /A placeholder is still there/,
  },
  'own-draft': { move: 'spike', as: 'Ed', after: inReview, words: /only drafts of their own/ },
  note: { move: 'hold', as: 'Cleo', words: /A note is needed/ },
  'not-own-change': {
    ...{ move: 'approve', as: 'Cleo' },
    after: [...inReview, ['set', 'ID', 'standfirst=So the desk says.', '--as', 'Cleo']],
    words: /You changed this article since its last approval/,
  },
  'approval-wanted': { move: 'approve', as: 'Ada', after: approved, words: /approved already/ },
}

it.each(Object.entries(cases))(
  'galley move is refused: %s',
  async (_name, { move, as, after = [], more = [], words }) => {
    await staff()
    const id = await imported()
    for (const [command = '', ...rest] of after) {
      const done = await run(command, at.library, ...rest.map((word) => (word === 'ID' ? id : word)))
      expect(done).toMatchObject({ exitCode: 0, err: '' })
    }
    const before = await run('show', at.library, id, '--json')
    const told = await run('move', at.library, move, id, '--as', as, ...more)
    expect(told).toMatchObject({ exitCode: 1, out: '' })
    expect(told.err).toMatch(words)
    expect(told.err.startsWith(`${id}: `)).toBe(true)
    expect(await run('show', at.library, id, '--json')).toEqual(before)
  },
)

it('galley export is refused before an embargo, by the clocks of the site', async () => {
  await staff()
  const id = await imported()
  const embargoed = [
    ['site', 'timeZone=America/New_York', '--as', 'Ada'],
    [...complete, 'embargo=2030-06-01T09:00'],
    ...approved.slice(1),
  ]
  for (const [command = '', ...rest] of embargoed) {
    const done = await run(command, at.library, ...rest.map((word) => (word === 'ID' ? id : word)))
    expect(done).toMatchObject({ exitCode: 0, err: '' })
  }
  const exportAt = (moment: string) =>
    run('export', at.library, join(at.folder, 'site'), '--article', id, '--as-of', moment, '--as', 'Ada')
  const early = await exportAt('2030-06-01T08:59')
  expect(early.exitCode).toBe(1)
  expect(early.err).toMatch(/embargo/i)
  // Nine o’clock in London is long before nine in New York.
  expect(await exportAt('2030-06-01T09:00+01:00')).toMatchObject({ exitCode: 1 })
  expect(await exportAt('2030-06-01T09:00')).toMatchObject({ exitCode: 0 })
})
