import { describe, expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'
import { galley } from './testing/run-galley'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at
const person = (...words: string[]) => run('person', at.library, ...words)
const names = async (): Promise<string[]> =>
  (await json<{ name: string }[]>('person', at.library, 'list')).json.map(({ name }) => name)
const recorded = async (): Promise<string[]> =>
  (await json<{ by: string; action: string; subject: string }[]>('record', at.library)).json.map(
    ({ by, action, subject }) => `${by} ${action} ${subject}`,
  )

describe('galley person', () => {
  it('renames somebody, whose record goes on under the new name', async () => {
    await staff()
    const renamed = await person('rename', 'Cleo', '--to', 'Cleo Marsh', '--as', 'Ada')
    expect(renamed).toMatchObject({ exitCode: 0, err: '', out: 'Cleo Marsh was Cleo.\n' })
    expect(await names()).toEqual(['Ada', 'Cleo Marsh', 'Ed'])
    expect((await recorded()).at(-1)).toBe('Ada renamed Cleo Marsh')
    expect((await person('rename', 'Cleo Marsh', '--as', 'Ada')).exitCode).toBe(2)
    expect((await person('rename', 'Cleo', '--to', 'C', '--as', 'Ada')).err).toContain('Nobody here')
  })

  it('disables somebody, who can do nothing more until they are enabled', async () => {
    await staff()
    const id = await imported()
    expect((await person('disable', 'Ed', '--as', 'Ada')).out).toBe('Ed can no longer sign in.\n')
    expect(await names()).toEqual(['Ada', 'Cleo'])
    const refused = await run('set', at.library, id, 'headline=Mine', '--as', 'Ed')
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.err).toContain('Nobody here is called “Ed”')
    expect((await person('enable', 'Ed', '--as', 'Ada')).out).toBe('Ed may sign in.\n')
    expect((await run('set', at.library, id, 'headline=Mine', '--as', 'Ed')).exitCode).toBe(0)
    expect((await recorded()).slice(-2)).toEqual(['Ada disabled Ed', 'Ada enabled Ed'])
  })

  it('keeps an admin who may sign in', async () => {
    await staff()
    const refused = await person('disable', 'Ada', '--as', 'Ada')
    expect(refused).toMatchObject({ exitCode: 1, out: '' })
    expect(refused.err).toMatch(/admin/i)
  })

  it('gives somebody who lost theirs another passphrase, and says so in the record', async () => {
    await staff()
    const id = await imported()
    const fresh = { ...at.env, GALLEY_NEW_PASSPHRASE: 'found again' }
    const reset = await galley(['person', at.library, 'passphrase', 'Cleo', '--as', 'Ada'], fresh)
    expect(reset).toMatchObject({ exitCode: 0, out: 'Cleo has a new passphrase.\n' })
    expect((await recorded()).at(-1)).toBe('Ada reset the passphrase of Cleo')
    const hold = ['move', at.library, 'hold', id, '--note', 'Wait.', '--as', 'Cleo']
    expect((await galley(hold, at.env)).err).toContain('not the passphrase')
    expect((await galley(hold, { ...at.env, GALLEY_PASSPHRASE: 'found again' })).exitCode).toBe(0)
  })

  it('changes one’s own passphrase with the present one', async () => {
    await staff()
    const fresh = { ...at.env, GALLEY_NEW_PASSPHRASE: 'my own' }
    expect((await galley(['person', at.library, 'passphrase', 'Cleo', '--as', 'Cleo'], fresh)).exitCode).toBe(
      0,
    )
    expect((await recorded()).at(-1)).toBe('Cleo changed the passphrase of Cleo')
    expect((await run('queue', at.library, '--as', 'Cleo')).exitCode).toBe(1)
  })

  it.each([
    ['rename', 'Ada', '--to', 'Mine'],
    ['disable', 'Ed'],
    ['enable', 'Ed'],
    ['passphrase', 'Ada'],
  ])('is for admins: %s %s', async (...words) => {
    await staff()
    const fresh = { ...at.env, GALLEY_NEW_PASSPHRASE: 'mine' }
    for (const as of [['--as', 'Cleo'], []]) {
      const refused = await galley(['person', at.library, ...words, ...as], fresh)
      expect(refused).toMatchObject({ exitCode: 1, out: '' })
      expect(refused.err).not.toBe('')
    }
  })

  it('slows guessing down, however often it is run anew', async () => {
    await staff()
    const guess = { ...at.env, GALLEY_PASSPHRASE: 'a guess' }
    const tried = ['queue', at.library, '--as', 'Cleo']
    for (let tries = 1; tries <= 5; tries += 1)
      expect((await galley(tried, guess)).err).toContain('not the passphrase')
    expect((await galley(tried, guess)).err).toMatch(/Too many wrong passphrases.*Wait \d seconds?/s)
    expect((await galley(tried, at.env)).exitCode).toBe(1)
    expect((await run('queue', at.library, '--as', 'Ada')).exitCode).toBe(0)
  })
})

describe('what galley site rules', () => {
  const rule = (pair: string, as = 'Ada') => run('site', at.library, pair, '--as', as)
  const told = async (): Promise<Record<string, unknown>> =>
    (await json<Record<string, unknown>>('site', at.library)).json

  it.each([
    ['editorsMaySkipPassphrase', 'false', false],
    ['approverMayNotHaveEdited', 'no', false],
    ['blockedWords', 'moist, synergy', ['moist', 'synergy']],
    ['twoApprovalCategories', 'News, Top Stories', ['Top Stories', 'News']],
    ['twoApprovalFlags', 'legal', ['legal']],
    ['lockAfterMinutes', '0', 0],
  ])('is set and told again: %s=%s', async (key, value, known) => {
    await staff()
    expect(await rule(`${key}=${value}`)).toMatchObject({ exitCode: 0, err: '' })
    expect((await told())[key]).toEqual(known)
    expect((await recorded()).at(-1)).toContain('Ada changed the settings')
  })

  it.each([
    ['twoApprovalCategories=Gossip', 'no category “Gossip”'],
    ['twoApprovalFlags=mood', 'legal, factCheck, pictures'],
    ['lockAfterMinutes=2000', '0 to 1440'],
    ['lockAfterMinutes=', '0 to 1440'],
    ['approverMayNotHaveEdited=perhaps', 'true or false'],
  ])('refuses %s', async (pair, words) => {
    await staff()
    const before = await told()
    const refused = await rule(pair)
    expect(refused.exitCode).toBe(2)
    expect(refused.err).toContain(words)
    expect(await told()).toEqual(before)
  })

  it('takes effect: two approvals, and a passphrase for editors', async () => {
    await staff()
    await rule('twoApprovalCategories=News')
    const id = await imported()
    await run('set', at.library, id, 'author=Zoe', 'category=News', '--as', 'Ed')
    const move = (name: string, as: string) => run('move', at.library, name, id, '--as', as)
    for (const [name, as] of [
      ['submit', 'Ed'],
      ['start-review', 'Cleo'],
      ['approve', 'Cleo'],
    ] as const)
      expect((await move(name, as)).exitCode).toBe(0)
    expect((await move('approve', 'Cleo')).err).toContain('It takes two people')
    expect((await move('approve', 'Ada')).out).toContain('approved')
    await rule('editorsMaySkipPassphrase=false')
    expect((await run('set', at.library, id, 'headline=Mine', '--as', 'Ed')).err).toContain(
      'ask an admin to set a new one',
    )
  })
})
