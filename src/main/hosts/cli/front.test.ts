import { describe, expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

interface Front {
  lead: string | null
  secondary: string[]
  sections: Record<string, string[]>
  pins: { place: string; id: string; headline: string; out: string }[]
}

const front = (...args: string[]) => run('front', at.library, ...args)
const shown = async (): Promise<Front> => (await json<Front>('front', at.library)).json

describe('galley front', () => {
  it('pins articles, tells what falls out, and unpins', async () => {
    await staff()
    const id = await imported()
    expect((await front()).out).toContain('Nothing is pinned.')
    expect((await front('pin', id, '--place', 'lead', '--as', 'Cleo')).exitCode).toBe(0)
    const { lead, pins } = await shown()
    expect([lead, pins.length, pins[0]?.place, pins[0]?.out]).toEqual([
      id,
      1,
      'lead',
      'It was never approved.',
    ])
    expect((await front()).out).toContain('no: It was never approved.')
    await front('pin', id, '--place', 'Sports', '--at', '1', '--as', 'Ada')
    expect(await shown()).toMatchObject({ lead: null, sections: { sports: [id] } })
    expect((await run('record', at.library)).out).toContain('arranged the front page')
    await front('unpin', id, '--as', 'Ada')
    expect((await shown()).pins).toEqual([])
  })

  it('refuses who may not, places there are none of, and nothing named', async () => {
    await staff()
    const id = await imported()
    const refused = await front('pin', id, '--as', 'Ed')
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('arrange the front page')])
    expect((await front('pin', id, '--place', 'cellar', '--as', 'Ada')).exitCode).toBe(2)
    expect((await front('pin', id, '--place', 'Home', '--as', 'Ada')).exitCode).toBe(2)
    expect((await front('pin', '--as', 'Ada')).exitCode).toBe(2)
    expect((await shown()).pins).toEqual([])
  })
})
