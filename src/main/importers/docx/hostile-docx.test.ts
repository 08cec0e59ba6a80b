import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { bodyLines } from '../../../shared/article/body-text'
import { fakeImport, importedOf } from '../fake-import'
import { convertApart } from './convert-apart'
import { bombed, tooHungry, tooLarge, tooLargeUnpacked, tooLong, tooManyEntries, tooSlow } from './limits'
import { linkTo, makeDocx, paragraph, picture, renamed, zipOf } from './testing/make-docx'

const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await fakeImport('hostile.docx', bytes)
  return read.ok ? 'read' : read.error.code === 'import-failed' ? read.error.reason : read.error.code
}
const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `w${(index * 7919).toString(36)}`).join(' ')

describe('Word files that are made to harm', () => {
  it('are refused when a part unpacks to far more than its size', async () => {
    expect(await reasonOf(await makeDocx({ body: paragraph(' '.repeat(40_000_000)) }))).toBe(bombed)
  })

  it('are refused when all parts together unpack to too much', async () => {
    const part = Buffer.alloc(256 * 1024)
    const parts = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`word/x${index}.bin`, part]))
    expect(await reasonOf(await makeDocx({ body: paragraph('x'), parts }))).toBe(tooLargeUnpacked)
  })

  it('are refused when they hold thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`word/x${index}`, '']))
    expect(await reasonOf(await makeDocx({ body: paragraph('x'), parts }))).toBe(tooManyEntries)
  })

  it('are refused when they are too large to begin with', async () => {
    expect(await reasonOf(Buffer.alloc(50 * 1024 * 1024 + 1, 'PK'))).toBe(tooLarge)
  })

  it('are refused when they nest without end', async () => {
    const opening = Array.from({ length: 60_000 }, (_, level) => `<w:ins w:id="${(level * 7919) % 99991}">`)
    const deep = `${opening.join('')}${paragraph('x')}${'</w:ins>'.repeat(60_000)}`
    expect(await reasonOf(await makeDocx({ body: deep }))).toBe('its parts are nested without end')
  })

  it.each([
    ['outside files', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    [
      'laughs',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;">]>',
    ],
  ])('are refused when they declare entities: %s', async (_, doctype) => {
    const body = `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`
    expect(await reasonOf(await makeDocx({ body }))).toContain('declares XML entities')
  })

  it('are refused when a part is named outside of the file', async () => {
    const zip = await makeDocx({ body: paragraph('x'), parts: { 'word/harmless.txt': 'x' } })
    for (const name of ['../../harmful.txt', '/tmp/harmful_.txt'])
      expect(await reasonOf(renamed(zip, 'word/harmless.txt', name))).toContain('outside of itself')
  })

  it('are refused when a part is larger than it says', async () => {
    const zip = await makeDocx({ body: paragraph('word '.repeat(1000)) })
    const at = zip.lastIndexOf('word/document.xml') - 46
    zip.writeUInt32LE(100, at + 24)
    expect(await reasonOf(zip)).toContain('damaged')
  })

  it('are refused when they are cut short', async () => {
    const zip = await makeDocx({ body: paragraph(words(5000)) })
    for (const share of [0.1, 0.5, 0.99])
      expect(await reasonOf(zip.subarray(0, Math.floor(zip.length * share)))).toContain('cut short')
  })

  it('are refused when they hold more text than an article can', async () => {
    expect(await reasonOf(await makeDocx({ body: paragraph(words(800_000)) }))).toBe(tooLong)
  })

  it('ask for nothing from elsewhere, and lose links that are none', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const link = (id: string, text: string): string =>
      `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`
    const file = await makeDocx({
      body: picture('link', 'r1') + picture('link', 'r2') + link('r3', 'press') + link('r4', 'read'),
      links: [
        linkTo('r1', 'image', `${elsewhere}/p.png`, true),
        linkTo('r2', 'image', 'file:///etc/passwd', true),
        linkTo('r3', 'hyperlink', 'javascript:alert(1)', true),
        linkTo('r4', 'hyperlink', 'https://example.com/', true),
        linkTo('r5', 'attachedTemplate', `${elsewhere}/t.dotm`, true),
      ].join(''),
    })
    const article = importedOf(await fakeImport('links.docx', file))
    server.close()
    expect(asked).toBe(0)
    expect(bodyLines(article.body)).toEqual(['press', 'read'])
    expect(JSON.stringify(article.body)).not.toMatch(/javascript|passwd|127/)
    expect(JSON.stringify(article.body)).toContain('https://example.com/')
    expect(article.warnings.join(' ')).toMatch(/only linked.*not one a page may hold/s)
  })

  it('hold a picture once, however often they show it', async () => {
    const file = await makeDocx({
      body: picture('embed', 'r1').repeat(500),
      links: linkTo('r1', 'image', 'media/gulls.png'),
      parts: { 'word/media/gulls.png': words(1_000_000) },
    })
    expect(await convertApart(file)).toMatchObject({
      ok: true,
      document: { pictures: [{ source: 'word:1', name: 'gulls.png' }] },
    })
  })

  it('are stopped when they take too long', async () => {
    const file = await makeDocx({ body: paragraph('x') })
    expect(await convertApart(file, 1)).toEqual({ ok: false, reason: tooSlow })
  })

  it('are stopped when they need too much memory, and the desk goes on meanwhile', async () => {
    const cell = (index: number): string => `<w:r><w:t>${(index * 7919).toString(36)}</w:t></w:r>`
    const body = Array.from({ length: 40_000 }, (_, row) =>
      Array.from({ length: 40 }, (_, index) => cell(row * 40 + index)).join(''),
    )
    const file = await makeDocx({ body: body.map((runs) => `<w:p>${runs}</w:p>`).join('') })
    let [last, longest, ticks] = [performance.now(), 0, 0]
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
      ticks += 1
    }, 10)
    const other = fakeImport('other.txt', 'Headline\n\nText.')
    const hungry = reasonOf(file)
    expect((await other).ok).toBe(true)
    expect([tooHungry, tooSlow]).toContain(await hungry)
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(10)
    expect(longest).toBeLessThan(1500)
  })
})

describe('files that are no Word files', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  it.each([
    ['nothing at all', Buffer.alloc(0), 'it is empty'],
    ['an old document', ole, 'old Word document'],
    ['an encrypted one', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['rich text', Buffer.from('{\\rtf1 x}'), 'rich text'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['plain text', Buffer.from('Hello'), 'not a Word document'],
    ['a zip that is none', Buffer.from('PK\u0003\u0004 nothing'), 'damaged or cut short'],
  ])('say so: %s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toContain(reason)
  })

  it.each([
    [{ mimetype: 'application/vnd.oasis.opendocument.text' }, 'OpenDocument'],
    [{ 'Index/Document.iwa': 'x' }, 'Pages'],
    [{ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': 'x' }, 'Excel'],
    [{ 'a.txt': 'x' }, 'without a Word document'],
    [{ '[Content_Types].xml': '<Types/>', 'b.xml': '<b/>' }, 'no Word document'],
  ])('say so when they are other packed files: %j', async (parts, reason) => {
    expect(await reasonOf(await zipOf(parts as Record<string, string>))).toContain(reason)
  })
})
