import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSpelling, writtenLike } from './check-spelling'
import { applies, checkRule, compileRule, type CompiledRule } from './check-style'
import { readHouseWords, writeHouseWords } from './house-dictionary'
import { isIgnored, withIgnored, withoutIgnored } from './ignored'
import { readStyleFile, writeStyleFile } from './read-style-file'
import { shippedStyle } from './shipped-style'
import { createSpeller } from './speller'
import { styleFileSchema, type StyleRule } from './style-rules'
import { wordsToCheck } from './words'

const compiled = (rule: StyleRule): CompiledRule => {
  const made = compileRule(rule)
  if (!made.ok) throw new Error(made.error)
  return made.value
}
const rule = (changes: Partial<StyleRule>): StyleRule => ({
  id: 'one',
  message: 'Mind this.',
  severity: 'should',
  ...changes,
})
const found = (text: string, changes: Partial<StyleRule>) =>
  checkRule(text, compiled(rule(changes))).map(({ text: words, replacements }) => [words, ...replacements])

describe('a style rule', () => {
  it('finds plain words as they stand, in any case, over any spaces', () => {
    const words = { words: ['very unique', 'C++'], replacement: 'unique' }
    expect(found('Very  unique, every uniqueness, C++17', words)).toEqual([
      ['Very  unique', 'Unique'],
      ['C++', 'Unique'],
    ])
  })

  it('tells capitals from small letters when it is asked to', () => {
    expect(found('Us and US', { words: ['US'], replacement: 'us', case: 'exact' })).toEqual([['US', 'us']])
  })

  it('fills in the groups of its pattern', () => {
    expect(found('4th May', { pattern: '(\\d+)th (\\p{L}+)', replacement: '$2 $1, $&, $$, $3' })).toEqual([
      ['4th May', 'May 4, 4th May, $, '],
    ])
  })

  it('is for its categories and languages', () => {
    const scoped = rule({ words: ['a'], languages: ['en'], categories: ['news'] })
    expect(applies(scoped, { lang: 'en-GB', category: 'news' })).toBe(true)
    expect(applies(scoped, { lang: 'eng', category: 'news' })).toBe(false)
    expect(applies(scoped, { lang: 'en', category: null })).toBe(false)
    expect(applies({ ...scoped, off: true }, { lang: 'en', category: 'news' })).toBe(false)
  })

  it('says in words why a pattern cannot be read', () => {
    expect(compileRule(rule({ pattern: '(one' }))).toEqual({
      ok: false,
      error: 'the pattern cannot be read: Unterminated group',
    })
  })

  it('never throws, and finds nothing outside the text', () => {
    const anyText = fc.string({ unit: 'grapheme' })
    const pattern = fc.oneof(
      anyText,
      fc.constantFrom('', '$', '^', '(?=a)', '\\b', '.', '(a)|b', '[', '(?<n>a)', '\\p{L}+', '\\'),
    )
    fc.assert(
      fc.property(pattern, anyText, anyText, fc.boolean(), (source, replacement, text, plain) => {
        const made = compileRule(
          rule({ [plain ? 'words' : 'pattern']: plain ? [source] : source, replacement }),
        )
        if (!made.ok) return
        for (const { from, to, text: words } of checkRule(text, made.value)) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(from, to)).toBe(words)
        }
      }),
    )
  })

  it('finds any plain words where they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((words) => words.trim() === words && words !== ''),
        (words) => {
          expect(found(`“${words}”`, { words: [words] }).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('the shipped house style', () => {
  const check = (text: string) =>
    shippedStyle.rules
      .filter((one) => applies(one, { lang: 'en-GB', category: null }))
      .flatMap((one) => checkRule(text, compiled(one)))
      .map(({ rule: id, replacements }) => [id, ...replacements].join(': '))

  it('is a sound file of its own, without anything that must be', () => {
    expect(styleFileSchema.parse(shippedStyle).rules.length).toBeGreaterThanOrEqual(25)
    expect(shippedStyle.rules.filter(({ severity }) => severity === 'must')).toEqual([])
  })

  it.each([
    ['A 4 percent rise', 'per-cent: per cent'],
    ['Up 4% today', 'percent-sign: 4 per cent'],
    ['a quite unique day', 'unique-by-degrees: unique'],
    ['In order to win', 'in-order-to: To'],
    ['one  two', 'double-space:  '],
    ['the the end', 'repeated-word: the'],
    ['On 4th May', 'ordinal-date: 4 May'],
    ['She said "no" again', 'straight-double-quotes: “no”'],
    ['less people came', 'less-people: fewer people'],
    ['from 4-6 pm', 'from-dash: from 4 to 6'],
    ['rain - then sun', 'hyphen-as-dash:  – '],
    ['Then 45000 came', 'thousands'],
  ])('finds in “%s” %s', (text, expected) => expect(check(text)).toEqual([expected]))

  it.each([
    'The council met on 4 May 2024. She’d had had enough – “twenty-four” of 12,500 homes – he said.',
    'Prices rose by 4.5 per cent, to £1,234.50, from Monday to Friday.',
    'Organise or organize: both are left alone.',
  ])('leaves “%s” alone', (text) => expect(check(text)).toEqual([]))
})

describe('a style file', () => {
  it('reads what was written', () => {
    expect(readStyleFile(writeStyleFile(shippedStyle))).toEqual({ ok: true, value: shippedStyle })
  })

  it('names the rule that is wrong', () => {
    const text = 'version: 1\nrules:\n  - id: one\n    words: [a]\n    message: x\n    severity: never\n'
    const read = readStyleFile(text)
    expect(read.ok ? '' : read.error.join()).toMatch(/^one, severity: /)
    expect(readStyleFile(text.replace('never', 'hint').replace('words: [a]', 'pattern: "("'))).toEqual({
      ok: false,
      error: ['one: the pattern cannot be read: Unterminated group'],
    })
    const twice = { version: 1, rules: [rule({ words: ['a'] }), rule({ words: ['b'] })] }
    expect(readStyleFile(JSON.stringify(twice)).ok).toBe(false)
  })

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void readStyleFile(text)))
  })
})

describe('words to check', () => {
  const words = (text: string) => wordsToCheck(text).map(({ word }) => word)

  it('leaves out addresses, names, numbers, acronyms and what has capitals inside', () => {
    const text =
      'See https://galley.example/teh, mail desk@example.org or @teh_desk #newz www.teh.de bbc.co.uk: 4th, A4, NATO’s MPs, iPhone.'
    expect(words(text)).toEqual(['See', 'mail', 'or'])
  })

  it('takes no longer for texts without spaces', () => {
    const began = performance.now()
    for (const run of ['漢', 'a', 'a.', 'a-', 'a@', 'com.']) words(run.repeat(50_000))
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('keeps apostrophes and hyphens inside words', () => {
    expect(words('‘She’d well-known’ cafés')).toEqual(["She'd", 'well-known', 'cafés'])
  })

  it('are where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, from, to } of wordsToCheck(text))
          expect(text.slice(from, to).replaceAll('’', "'")).toBe(word)
      }),
    )
  })
})

describe('spelling', () => {
  const part = (name: string, ending: string) =>
    readFileSync(new URL(`../../../node_modules/${name}/index.${ending}`, import.meta.url), 'utf8')
  const american = { aff: part('dictionary-en', 'aff'), dic: part('dictionary-en', 'dic') }
  const either = createSpeller(american, [part('dictionary-en-gb', 'dic')])
  either.learn(['Wednesbury', 'e-bike'])
  const wrong = (text: string, speller = either) => checkSpelling(text, speller).map(({ text: word }) => word)

  it('knows both spellings of English where no country is named', () => {
    expect(wrong('The colour of the harbor was recieved by the council’s centre')).toEqual(['recieved'])
    expect(wrong('The colour', createSpeller(american))).toEqual(['colour'])
  })

  it('knows the words of the house, possessives and joined words', () => {
    expect(wrong('Wednesbury’s e-bike riders are half-asleep; wednesburi is half-aslepe')).toEqual([
      'wednesburi',
      'half-aslepe',
    ])
  })

  it('says nothing about other scripts', () => {
    expect(wrong('Москва 東京 القاهرة Αθήνα')).toEqual([])
  })

  it('suggests what was meant, written as it stood', () => {
    expect(either.suggest('Recieved').map((word) => writtenLike(word, 'Recieved'))).toContain('Received')
    expect(writtenLike("can't", 'Cna’t')).toBe('Can’t')
    expect(either.suggest('a'.repeat(500))).toEqual([])
  })
})

describe('the house dictionary', () => {
  it('has one word a line, in order, and remarks', () => {
    const words = readHouseWords('\ufeffWednesbury # town\r\n\r\ntwo words\ne-bike\nWednesbury\n')
    expect(words).toEqual(['e-bike', 'Wednesbury'])
    expect(writeHouseWords(words)).toBe('e-bike\nWednesbury\n')
  })

  it('reads what it wrote', () => {
    const word = fc.stringMatching(/^[a-zA-Z'é-]{2,20}$/)
    fc.assert(
      fc.property(fc.array(word), (list) => {
        const text = writeHouseWords(list)
        expect(writeHouseWords(readHouseWords(text))).toBe(text)
      }),
    )
  })
})

describe('an ignored finding', () => {
  const notes = { type: '', words: null, ignored: [] }
  const ignored = {
    rule: 'one',
    text: 'a',
    reason: 'a name',
    by: '01ARZ3NDEKTSV4RRFFQ69G5FAW',
    at: '2026-01-01T00:00:00.000Z',
  }

  it('is of one rule in the same words, has one reason and can be looked for again', () => {
    const once = withIgnored(notes, ignored)
    const twice = withIgnored(once, { ...ignored, reason: 'quoted' })
    expect(twice.ignored.map(({ reason }) => reason)).toEqual(['quoted'])
    expect(isIgnored({ rule: 'one', text: 'a' }, twice.ignored)).toBe(true)
    expect(isIgnored({ rule: 'one', text: 'A' }, twice.ignored)).toBe(false)
    expect(withoutIgnored(twice, ignored)).toEqual(notes)
  })
})
