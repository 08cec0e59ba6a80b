import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveNameSchema, moves, type MoveName } from '../../../shared/workflow/moves'
import { openDeskNewsroom, type DeskNewsroom } from '../../testing/desk-newsroom'
import { everyState, refusedByTable, roles, type StandingArticle } from '../../testing/every-state'
import { everyHeldBack, type HeldBackArticle } from '../../testing/held-back'
import { quickSecrets } from '../../testing/quick-secrets'
import { useCommandNewsroom } from './testing/command-newsroom'
import { galley, type Run } from './testing/run-galley'

/** The workflow table's refusals as a script meets them: an exit code, and words on the standard error. */

describe('a library with articles everywhere', () => {
  let newsroom: DeskNewsroom
  let articles: StandingArticle[]
  let held: HeldBackArticle[]
  beforeAll(async () => {
    newsroom = await openDeskNewsroom(quickSecrets)
    held = await everyHeldBack(newsroom)
    articles = await everyState(newsroom)
    // Its lock has to be free for the commands.
    await newsroom.desk.close()
  }, 120_000)
  afterAll(() => newsroom.close())

  /** Runs a command in somebody’s name. */
  function run(who: keyof DeskNewsroom['staff'], command: string, ...rest: string[]): Promise<Run> {
    const { name } = newsroom.staff[who]
    const env = { GALLEY_HOME: join(newsroom.folder, 'home'), GALLEY_PASSPHRASE: name }
    return galley([command, newsroom.library, ...rest, '--as', name], env)
  }
  const exported = (id: string): string[] => [
    join(newsroom.folder, `${id}.md`),
    '--form',
    'md',
    '--article',
    id,
  ]
  /** Its articles as a script sees them. */
  const listed = (): Promise<Run> => run('admin', 'list', '--json')

  const movesToMake = moveNameSchema.options.filter((name) => name !== 'export')
  it.each(movesToMake)('galley move %s is refused wherever the table does not allow it', async (move) => {
    const before = await listed()
    for (const role of roles) {
      const wanted = articles.flatMap((at) => {
        const words = refusedByTable(move, role, at)
        return words ? [{ ...at, words }] : []
      })
      const told = await run(role, 'move', move, ...wanted.map(({ id }) => id))
      expect(told).toMatchObject({ exitCode: 1, out: '' })
      const lines = told.err.split('\n')
      for (const { id, words, state, public: publicState } of wanted) {
        const line = lines.find((one) => one.startsWith(`${id}: `))
        expect(line, `${move} by ${role}, ${state}, ${publicState}`).toMatch(words)
      }
    }
    expect(await listed()).toEqual(before)
  })

  it('galley export is refused wherever the table does not allow it', async () => {
    const [first] = articles
    for (const role of roles) {
      const isFor = moves.export.who.some((one) => one === role)
      for (const at of isFor ? articles : [first]) {
        const words = at && refusedByTable('export', role, at)
        if (!words) continue
        const told = await run(role, 'export', ...exported(at.id))
        expect(told, `${at.state}, ${at.public}`).toMatchObject({ exitCode: 1 })
        expect(told.err).toMatch(words)
      }
    }
  })

  const cases = moveNameSchema.options.flatMap((move) => moves[move].guards.map((guard) => ({ move, guard })))
  it.each(cases)('is refused by what holds a move back: $move, $guard', async (wanted) => {
    const one = held.find(({ move, guard }) => move === wanted.move && guard === wanted.guard)
    if (!one) throw new Error('No such case is arranged')
    const { who, words } = one
    const told = await run(who, ...commandFor(one))
    expect(told.exitCode).toBe(1)
    expect(told.err).toMatch(words)
  })

  function commandFor({ move, id, note = '', correction }: HeldBackArticle): [string, ...string[]] {
    if (move === 'export') return ['export', ...exported(id)]
    const form = correction && [
      ...['--wrong', correction.wrong, '--right', correction.right],
      ...['--seriousness', correction.seriousness],
    ]
    return ['move', move, id, '--note', note, ...(form ?? [])]
  }
})

const at = useCommandNewsroom()

it('galley export is refused before an embargo, by the clocks of the site', async () => {
  const { run, staff, imported } = at
  await staff()
  const id = await imported()
  const steps: [string, ...string[]][] = [
    ['site', 'timeZone=America/New_York', '--as', 'Ada'],
    ['set', id, 'author=Zoe Lee', 'category=News', 'embargo=2030-06-01T09:00', '--as', 'Ed'],
    ...(['submit Ed', 'start-review Cleo', 'approve Cleo'] as const).map((move): [string, ...string[]] => {
      const [name, person] = move.split(' ') as [MoveName, string]
      return ['move', name, id, '--as', person]
    }),
  ]
  for (const [command, ...rest] of steps)
    expect(await run(command, at.library, ...rest)).toMatchObject({ exitCode: 0, err: '' })
  const exportAt = (moment: string) =>
    run('export', at.library, join(at.folder, 'site'), '--article', id, '--as-of', moment, '--as', 'Ada')
  const early = await exportAt('2030-06-01T08:59')
  expect(early.exitCode).toBe(1)
  expect(early.err).toMatch(/embargo/i)
  // Nine o’clock in London is long before nine in New York.
  expect(await exportAt('2030-06-01T09:00+01:00')).toMatchObject({ exitCode: 1 })
  expect(await exportAt('2030-06-01T09:00')).toMatchObject({ exitCode: 0 })
})
