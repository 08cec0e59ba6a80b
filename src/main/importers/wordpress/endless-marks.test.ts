import { describe, expect, it } from 'vitest'
import { splitCredit } from '../caption-credit'
import { postHtml } from './post-html'
import { withoutShortcodes } from './shortcodes'

/** What is read, by what it is. */
const readings: [what: string, read: () => unknown][] = [
  ['marks of the block editor', () => postHtml('<!-- wp:'.repeat(100_000))],
  ['marks of a break', () => postHtml('<!--more'.repeat(100_000) + ' '.repeat(100_000))],
  ...['[caption]', '[caption ', '[embed ', '[a ', '[caption]<a '].map((code): [string, () => unknown] => [
    code,
    () => withoutShortcodes(code.repeat(100_000), () => ''),
  ]),
  ['a name without a value', () => withoutShortcodes(`[foo ${'a'.repeat(200_000)}]`, () => '')],
  [
    'links within a caption',
    () => withoutShortcodes(`[caption]${'<a '.repeat(100_000)}[/caption]`, () => ''),
  ],
  ['spaces before a credit', () => splitCredit(`photo${' '.repeat(20_000)}a.b`)],
  ['dashes before a credit', () => splitCredit('-'.repeat(20_000))],
]

describe('what begins again and again and never ends', () => {
  it.each(readings)('is read in no time: %s', (_what, read) => {
    const began = performance.now()
    read()
    expect(performance.now() - began).toBeLessThan(1500)
  })

  it('a credit at the end of a long caption is still found', () => {
    const caption = `${'The quay. '.repeat(100)}Photo: Ann Lee`
    expect(splitCredit(caption)).toEqual({ caption: 'The quay. '.repeat(100).trim(), credit: 'Ann Lee' })
  })
})
