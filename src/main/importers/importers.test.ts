import { describe, expect, it } from 'vitest'
import { fakeImport, linesOf } from './fake-import'

describe('plain text', () => {
  it('takes the first line as the headline and parts paragraphs at blank lines', async () => {
    expect(await linesOf('a.txt', '\ufeff\nA headline\r\n\r\nOne.\r\n\r\n\r\nTwo.\r\n')).toEqual([
      'A headline',
      'One.',
      'Two.',
    ])
  })

  it('joins lines that were wrapped to a width', async () => {
    const wrapped =
      'The council met on Tuesday to hear what the harbour needs and\nwhat it costs. It heard both, and went home without deciding\nanything at all.'
    expect(await linesOf('a.txt', `Wrapped\n\n${wrapped}`)).toEqual([
      'Wrapped',
      wrapped.replaceAll('\n', ' '),
    ])
  })

  it('keeps the lines of a poem', async () => {
    expect(await linesOf('a.txt', 'Poem\n\nRoses are red\nViolets are blue')).toEqual([
      'Poem',
      'Roses are red\nViolets are blue',
    ])
  })

  it('puts no space between wrapped Japanese lines', async () => {
    const line = '港'.repeat(60)
    expect(await linesOf('a.txt', `見出し\n\n${line}\n${line}`)).toEqual(['見出し', line + line])
  })
})

describe('what cannot be read', () => {
  const reason = async (name: string, bytes: Uint8Array): Promise<string> => {
    const read = await fakeImport(name, bytes)
    return read.ok ? 'read' : read.error.code === 'import-failed' ? read.error.reason : read.error.code
  }
  it.each([
    ['a.txt', [], 'it is empty'],
    ['a.txt', [0x20, 0x0a], 'it is empty'],
    ['a.md', [0x48, 0xe9, 0x6c], 'save it as UTF-8'],
    ['a.txt', [0x41, 0x00, 0x42], 'not text'],
    ['a.html', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['a.docx', [0x50, 0x4b, 0x03, 0x04], 'damaged or cut short'],
    ['a.doc', [0xd0, 0xcf], 'open it in Word and save it as .docx'],
    ['noending', [0x41], 'Galley imports .docx'],
  ])('says why %s is refused', async (name, bytes, words) => {
    expect(await reason(name, Uint8Array.from(bytes))).toContain(words)
  })

  it('refuses more than 20 MB', async () => {
    expect(await reason('a.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toContain(
      'larger than 20 MB',
    )
  })

  it('refuses files that would grow without measure', async () => {
    const reopened = Array.from({ length: 1000 }, (_, index) => `<p><b class=${index}>x`).join('')
    expect(await reason('a.html', Buffer.from(reopened))).toContain('never closed')
    const levels = [...'bcdefgh'].map(
      (name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`,
    )
    expect(await reason('a.md', Buffer.from(`---\na: &a [x, x]\n${levels.join('\n')}\n---\nx`))).toContain(
      'repeats',
    )
  })

  it('reads UTF-16 with a byte order mark', async () => {
    const text = Buffer.from('\ufeffZeitung\n\nÜber Möwen', 'utf16le')
    expect(await fakeImport('a.txt', text)).toMatchObject({ ok: true, value: { headline: 'Zeitung' } })
  })

  it('reads the encoding that an HTML file names', async () => {
    const page = Buffer.from('<meta charset="windows-1252"><h1>Caf\xe9</h1><p>Na\xefve.</p>', 'latin1')
    expect(await fakeImport('a.html', page)).toMatchObject({ ok: true, value: { headline: 'Café' } })
  })
})
