import { describe, expect, it } from 'vitest'
import { defaultArticleTypes } from '../../../shared/site/article-types'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

interface Check {
  check: string
  title: string
  kind: 'machine' | 'human'
  outcome: string
  holds: boolean
  note: string
  by: string | null
  at: string | null
  sentences: string[]
}

const checks = async (id: string): Promise<Check[]> => (await json<Check[]>('check', at.library, id)).json
const outcomeOf = async (id: string, name: string): Promise<string | undefined> =>
  (await checks(id)).find(({ check }) => check === name)?.outcome
const check = (...args: string[]) => run('check', at.library, ...args)
const move = (name: string, id: string, as: string) => run('move', at.library, name, id, '--as', as)

async function inReview(): Promise<string> {
  await staff()
  const id = await imported()
  await run('set', at.library, id, 'category=News', 'author=Zoe', '--as', 'Ed')
  await move('submit', id, 'Ed')
  await move('start-review', id, 'Cleo')
  return id
}

async function askPeople(...checklist: string[]): Promise<void> {
  const [news, ...others] = defaultArticleTypes
  const types = JSON.stringify([{ ...news, checklist }, ...others])
  expect((await run('site', at.library, `articleTypes=${types}`, '--as', 'Ada')).exitCode).toBe(0)
}

describe('galley check', () => {
  it('lists every check, and holds no ordinary article back', async () => {
    const id = await inReview()
    const listed = await checks(id)
    expect(listed.every(({ kind, outcome }) => kind === 'machine' && outcome === 'passed')).toBe(true)
    expect(listed.map((one) => one.check)).toContain('required-fields')
    expect(Object.keys(listed[0] ?? {})).toEqual([
      'check',
      'title',
      'kind',
      'outcome',
      'holds',
      'note',
      'by',
      'at',
      'sentences',
    ])
    expect((await check(id)).out).toContain('required-fields')
    expect((await move('approve', id, 'Cleo')).exitCode).toBe(0)
  })

  it('has an approval wait for what people check, by name, by words and by number', async () => {
    const id = await inReview()
    await askPeople('Facts checked', 'Right of reply?')
    const refused = await move('approve', id, 'Cleo')
    expect(refused.exitCode).toBe(1)
    expect(refused.err).toContain('“Facts checked” is not checked yet')
    expect((await check(id, 'facts-checked=pass', '--as', 'Ed')).exitCode).toBe(0)
    expect((await check(id, '2=fail', '--note', 'Nobody was asked.', '--as', 'Ed')).exitCode).toBe(0)
    expect((await move('approve', id, 'Cleo')).err).toContain('“Right of reply?” failed: Nobody was asked.')
    expect((await check(id, 'Right of reply?=pass', '--as', 'Cleo')).exitCode).toBe(0)
    expect(await outcomeOf(id, 'right-of-reply')).toBe('passed')
    expect((await move('approve', id, 'Cleo')).exitCode).toBe(0)
    expect(await outcomeOf(id, 'facts-checked')).toBe('passed')
  })

  it('takes a result for the text it was given for', async () => {
    const id = await inReview()
    await askPeople('Facts checked')
    await check(id, '1=pass', '--as', 'Cleo')
    await run('set', at.library, id, 'headline=Another one', '--as', 'Cleo')
    expect(await outcomeOf(id, 'facts-checked')).toBe('open')
    expect((await check(id)).out).toContain('passed by Cleo for an earlier text')
    await run('set', at.library, id, 'headline=A quiet day', '--as', 'Cleo')
    expect(await outcomeOf(id, 'facts-checked')).toBe('passed')
  })

  it('holds a machine check until a chief waives it with a reason', async () => {
    const id = await inReview()
    await run('site', at.library, 'blockedWords=rained', '--as', 'Ada')
    const refused = await move('approve', id, 'Cleo')
    expect(refused.err).toContain('“rained” is on the list of blocked words.')
    expect(refused.err).toContain('waive the check “Blocked words” with a reason')
    const waiver = ['blocked-words=waive', '--as', 'Cleo']
    const bare = await check(id, ...waiver)
    expect([bare.exitCode, bare.err]).toEqual([1, expect.stringContaining('needs a reason')])
    expect((await check(id, ...waiver, '--note', 'It is the weather.')).exitCode).toBe(0)
    const listed = (await checks(id)).find((one) => one.check === 'blocked-words')
    expect(listed).toMatchObject({ outcome: 'waived', note: 'It is the weather.', by: 'Cleo' })
    expect((await move('approve', id, 'Cleo')).exitCode).toBe(0)
  })

  it('refuses what nobody may do, and tells wrong usage from it', async () => {
    const id = await inReview()
    await askPeople('Facts checked')
    const refusedTo = async (...args: string[]) => {
      const done = await check(id, ...args)
      return [done.exitCode, done.err] as const
    }
    const said = (words: string) => expect.stringContaining(words) as string
    expect(await refusedTo('facts-checked=waive', '--note', 'Why.', '--as', 'Ed')).toEqual([
      1,
      said('waive checks'),
    ])
    expect(await refusedTo('required-fields=waive', '--note', 'Why.', '--as', 'Cleo')).toEqual([
      1,
      said('cannot be waived'),
    ])
    expect(await refusedTo('links=pass', '--as', 'Cleo')).toEqual([1, said('by itself')])
    await check(id, '1=pass', '--as', 'Cleo')
    expect(await refusedTo('1=open', '--as', 'Ed')).toEqual([1, said('somebody else gave it')])
    expect(await refusedTo('1=pass')).toEqual([1, said('sign')])
    expect(await refusedTo('nonsense=pass', '--as', 'Cleo')).toEqual([2, said('Known: required-fields, ')])
    expect(await refusedTo('1=perhaps', '--as', 'Cleo')).toEqual([2, said('NAME=pass')])
    expect(await refusedTo('1=pass', 'facts-checked=fail', '--as', 'Cleo')).toEqual([2, said('given twice')])
  })
})
