import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StyleRule } from '../../../shared/checking/style-rules'
import { createChecker, type CheckingWorker } from './checker'
import { createCheckingWork } from './checking-work'
import { libraryDictionaryFor, ownDictionaryFor, type Answer, type Order, type Recipe } from './recipe'

const dictionary = { aff: 'SET UTF-8\n', dic: '2\nflood\nharbour\n' }
const rule = (id: string, words: string): StyleRule => ({
  id,
  words: [words],
  message: 'Mind this.',
  severity: 'hint',
})
const recipe = (changes: Partial<Recipe> = {}): Recipe => ({
  scope: { lang: 'en', category: null },
  rules: [],
  dictionary: null,
  houseWords: [],
  ...changes,
})

/** A worker within the test; it stops answering at a text and a rule that take for ever. */
class StandInWorker implements CheckingWorker {
  static made = 0
  /** `rule` is null for the spelling. */
  static endless: { text: string; rule: string | null } | null = null
  onmessage: CheckingWorker['onmessage'] = null
  #ended = false
  #steps: readonly (string | null)[] = []
  readonly #work = createCheckingWork(
    async () => ({ text: dictionary, wordLists: [] }),
    (answer) => this.#tell(answer),
  )

  constructor() {
    StandInWorker.made += 1
  }

  postMessage(order: Order): void {
    if (order.kind === 'prepare') {
      const { rules, dictionary: words } = order.recipe
      this.#steps = [...rules.map(({ id }) => id), ...(words ? [null] : [])]
    }
    const { endless } = StandInWorker
    const stuck = order.kind === 'check' && endless && order.text === endless.text
    if (!stuck || !this.#steps.includes(endless.rule)) return void this.#work(order)
    if (order.careful) this.#tell({ kind: 'trying', rule: endless.rule })
  }

  terminate(): void {
    this.#ended = true
  }

  #tell(answer: Answer): void {
    if (!this.#ended) this.onmessage?.({ data: answer } as MessageEvent<Answer>)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  StandInWorker.made = 0
  StandInWorker.endless = null
})
afterEach(() => vi.useRealTimers())

describe('the checker', () => {
  it('finds placeholders, style and misspelt words in reading order', async () => {
    const checker = createChecker(() => new StandInWorker(), vi.fn())
    const wanted = {
      rules: [rule('nice', 'very nice')],
      dictionary: { name: 'en', text: null },
      houseWords: ['tbc'],
    }
    expect(await checker.prepare(recipe(wanted))).toBeNull()
    const findings = await checker.check('TK flood flod very nice tbc')
    expect(findings.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'placeholder TK',
      'spelling flod',
      'style very nice',
      'spelling very',
      'spelling nice',
    ])
    expect(await checker.suggest('flod')).toEqual(['flood'])
    expect(StandInWorker.made).toBe(1)
  })

  it('names a rule that takes too long and goes on without it', async () => {
    const slow = vi.fn()
    const checker = createChecker(() => new StandInWorker(), slow)
    await checker.prepare(recipe({ rules: [rule('endless', 'flood'), rule('quick', 'harbour')] }))
    StandInWorker.endless = { text: 'flood harbour', rule: 'endless' }
    const findings = checker.check('flood harbour')
    await vi.advanceTimersByTimeAsync(2000)
    expect((await findings).map((finding) => finding.rule)).toEqual(['quick'])
    expect(slow.mock.calls).toEqual([['endless']])
    expect((await checker.check('flood')).map((finding) => finding.rule)).toEqual([])
    expect(StandInWorker.made).toBe(3)
  })

  it('says so when the spelling takes too long, and goes on with the rules', async () => {
    const slow = vi.fn()
    const checker = createChecker(() => new StandInWorker(), slow)
    await checker.prepare(
      recipe({ rules: [rule('quick', 'harbour')], dictionary: { name: 'en', text: null } }),
    )
    StandInWorker.endless = { text: 'flod harbour', rule: null }
    const findings = checker.check('flod harbour')
    await vi.advanceTimersByTimeAsync(2000)
    expect((await findings).map((finding) => finding.rule)).toEqual(['quick'])
    expect(slow.mock.calls).toEqual([[null]])
  })

  it('says when a dictionary cannot be used', async () => {
    const checker = createChecker(() => new StandInWorker(), vi.fn())
    const broken = { name: 'library cy', text: { aff: '', dic: '' } }
    expect(await checker.prepare(recipe({ dictionary: broken }))).toContain('aff')
    expect(await checker.check('flod')).toEqual([])
  })

  it('forgets a word that was taken out of the house dictionary', async () => {
    const checker = createChecker(() => new StandInWorker(), vi.fn())
    const wanted = { dictionary: { name: 'en', text: null } }
    await checker.prepare(recipe({ ...wanted, houseWords: ['tbc', 'quay'] }))
    expect(await checker.check('tbc quay')).toEqual([])
    await checker.prepare(recipe({ ...wanted, houseWords: ['quay'] }))
    expect((await checker.check('tbc quay')).map(({ text }) => text)).toEqual(['tbc'])
  })
})

describe('the dictionary for a language', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en-US'],
    ['en-gb', 'en-GB'],
    ['en-AU', 'en-GB'],
    ['en-CA', 'en'],
    ['cy', null],
  ])('of Galley’s own for %s is %s', (lang, name) => expect(ownDictionaryFor(lang)).toBe(name))

  it('of the library is the nearest', () => {
    expect(libraryDictionaryFor('de-at', ['de', 'de-AT'])).toBe('de-AT')
    expect(libraryDictionaryFor('de-CH', ['de', 'de-AT'])).toBe('de')
    expect(libraryDictionaryFor('de', ['fr', 'de-AT'])).toBe('de-AT')
    expect(libraryDictionaryFor('cy', ['de'])).toBeNull()
  })
})
