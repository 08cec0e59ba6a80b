import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSafeAddress } from '../../shared/article/address'
import { bodySchema, type Body } from '../../shared/article/body'
import { bodyLines, walkBody } from '../../shared/article/body-text'
import { fakeImport } from './fake-import'

const corpus = '../shared/corpus'
const read = async (name: string, text: string): Promise<{ headline: string; body: Body }> => {
  const result = await fakeImport(name, text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(bodySchema.safeParse(result.value.body).success).toBe(true)
  return result.value
}
/** Every address a body holds. */
function addresses(body: Body): string[] {
  const found: string[] = []
  walkBody(body, (node) => {
    if ('marks' in node)
      for (const mark of node.marks ?? []) if (mark.type === 'link') found.push(mark.attrs.href)
    if (node.type === 'embedCard' && 'attrs' in node && node.attrs && 'url' in node.attrs)
      found.push(node.attrs.url)
  })
  return found
}
const wordsIn = (text: string): string[] => text.split(/\s+/u).filter(Boolean)
const allWords = (body: Body): string[] => bodyLines(body).flatMap(wordsIn)

const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\u0000/g, '\ufffd')
/** CommonMark: any ASCII punctuation may be escaped. */
const escapeMarkdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => /^[^\s\p{C}]+$/u.test(text))
const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 })

describe('any text', () => {
  it('keeps every word of paragraphs, in order', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (texts) => {
        const sentences = texts.map((words) => words.join(' '))
        const all = texts.flat()
        const plain = await read('a.txt', `Headline\n\n${sentences.join('\n\n')}`)
        expect(allWords(plain.body)).toEqual(all)
        const html = await read(
          'a.html',
          `<h1>Headline</h1>${sentences.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}`,
        )
        expect(allWords(html.body)).toEqual(all)
        const markdown = await read(
          'a.md',
          `# Headline\n\n${sentences.map((text) => `x ${escapeMarkdown(text)}`).join('\n\n')}`,
        )
        expect(allWords(markdown.body)).toEqual(texts.flatMap((words) => ['x', ...words]))
      }),
      { numRuns: 80 },
    )
  })

  it.each(['a.txt', 'a.md', 'a.html'])('never breaks %s, whatever it holds', async (name) => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '<',
          '>',
          '<p>',
          '</p>',
          '<table>',
          '<td>',
          '<ul>',
          '<li>',
          '<a href="',
          '">',
          '<b>',
          '<svg>',
          '<!--',
          '-->',
        ],
        ...[
          '\n',
          '\n\n',
          '# ',
          '- ',
          '1. ',
          '> ',
          '```',
          '[^1]',
          '[^1]: ',
          '::: fact-box x\n',
          ':::\n',
          '|',
          '|---|\n',
        ],
        ...[
          '![',
          '](',
          ')',
          '---\n',
          '**',
          '~~',
          '&amp;',
          '<span data-footnote>',
          '<div class="fact-box">',
          '\t',
          '    ',
        ],
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const result = await fakeImport(name, pieces.join(''))
        if (result.ok) {
          expect(bodySchema.safeParse(result.value.body).success).toBe(true)
          expect(addresses(result.value.body).filter((address) => !isSafeAddress(address))).toEqual([])
        } else expect(result.error.code).toBe('import-failed')
      }),
      { numRuns: 200 },
    )
  })

  it('reads bytes of any kind, or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.md', 'a.html', 'a.txt'),
        async (bytes, name) => {
          const result = await fakeImport(name, bytes)
          if (!result.ok) expect(result.error.code).toBe('import-failed')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(!existsSync(`${corpus}/xss`))(
  'hostile HTML (skipped where ../shared/corpus is absent)',
  () => {
    it('leaves no unsafe address in any body', async () => {
      const cases = JSON.parse(readFileSync(`${corpus}/xss/dompurify.json`, 'utf8')) as {
        id: string
        payload: string
      }[]
      expect(cases.length).toBeGreaterThan(200)
      for (const { id, payload } of cases) {
        for (const [name, text] of [
          ['a.html', `<h1>H</h1>${payload}<p>end`],
          ['a.md', `# H\n\n${payload}\n\nend`],
          ['a.txt', `H\n\n${payload}`],
        ] as const) {
          const { body } = await read(name, text)
          expect(
            addresses(body).filter((address) => !isSafeAddress(address)),
            id,
          ).toEqual([])
        }
      }
    })
  },
)

describe.skipIf(!existsSync(`${corpus}/strings`))(
  'naughty strings (skipped where ../shared/corpus is absent)',
  () => {
    it('come through each format as headline and paragraph', async () => {
      const strings = JSON.parse(readFileSync(`${corpus}/strings/blns.json`, 'utf8')) as string[]
      expect(strings).toHaveLength(515)
      for (const text of strings) {
        const line = wordsIn(text.replace(/[\u0000\u0085]/g, ' ')).join(' ')
        if (line === '') continue
        const one = `${line} z`
        for (const [name, file] of [
          ['a.txt', `${one}\n\n${one}`],
          ['a.html', `<h1>${escapeHtml(one)}</h1><p>${escapeHtml(one)}</p>`],
          ['a.md', `# x${escapeMarkdown(one)}\n\nx${escapeMarkdown(one)}`],
        ] as const) {
          const article = await read(name, file)
          const expected = name === 'a.md' ? `x${one}` : one
          expect(wordsIn(article.headline), name).toEqual(wordsIn(expected))
          expect(allWords(article.body), name).toEqual(wordsIn(expected))
        }
      }
    })
  },
)

describe.skipIf(!existsSync(`${corpus}/paste`))(
  'real clipboards (skipped where ../shared/corpus is absent)',
  () => {
    it('keep every line of text', async () => {
      const cases = JSON.parse(readFileSync(`${corpus}/paste/expected.json`, 'utf8')) as {
        file: string
        expected_text_lines: string[]
      }[]
      for (const { file, expected_text_lines: expected } of cases) {
        const { headline, body } = await read(
          'clipboard.html',
          readFileSync(`${corpus}/paste/${file}`, 'utf8'),
        )
        const plain = (text: string): string => text.replace(/[\s·•§]+/gu, '')
        const got = plain([headline, ...bodyLines(body)].join(''))
        for (const line of expected) expect(got, file).toContain(plain(line))
      }
    })
  },
)
