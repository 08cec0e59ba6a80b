import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { linkTo, makeDocx, paragraph, picture } from '../../importers/docx/testing/make-docx'
import { useCommandNewsroom } from './testing/command-newsroom'

interface ImportRow {
  file: string
  id?: string
  headline?: string
  warnings: string[]
  error?: string
}

const at = useCommandNewsroom()

const pixels = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#567' } })
    .png()
    .toBuffer()

const wxr = `<?xml version="1.0"?><rss><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>First</title><content:encoded>One.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
<item><title>Second</title><content:encoded>&lt;img src="https://example.com/uploads/quay.png"&gt;</content:encoded><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
<item><title>About</title><wp:post_type>page</wp:post_type></item></channel></rss>`

describe('galley import', () => {
  it('takes a folder of every format, names each failure, and goes on', async () => {
    await at.staff()
    const folder = join(at.folder, 'mixed')
    await mkdir(join(folder, 'uploads'), { recursive: true })
    const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)
    await put('uploads/quay.png', await pixels())
    await put(
      'a.docx',
      await makeDocx({ styles: { Title: 'Title' }, body: paragraph('Word', 'Title') + paragraph('x') }),
    )
    await put('b.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    await put('c.html', '<h1>Page</h1><p>x</p>')
    await put('d.json', JSON.stringify({ uri: 'urn:x', headline: 'Wire', body_text: 'x' }))
    await put('e.md', '# Mark\n\n![Quay](uploads/quay.png)')
    await put('f.xml', wxr)
    await put('g.txt', 'Plain\n\nx')
    await put('h.pdf', '%PDF')
    const run = await at.json<ImportRow[]>('import', at.library, folder, '--as', 'Ed')
    expect(run.exitCode).toBe(1)
    expect(run.json.map(({ headline, error }) => headline ?? error)).toEqual([
      'Word',
      expect.stringContaining('it is an old Word document (.doc)'),
      'Page',
      'Wire',
      'Mark',
      'First',
      'Second',
      'Plain',
    ])
    const [first, second] = run.json.filter(({ file }) => file.endsWith('f.xml'))
    expect(first?.warnings).toContain('Left out: 1 page.')
    expect(second?.warnings).toContain('In WordPress it was a draft.')
    expect(run.err).toContain('h.pdf is skipped: it is a PDF')
    const { json: media } = await at.json<{ body: unknown }>('show', at.library, second?.id ?? '')
    expect(JSON.stringify(media)).toContain('"figure"')
  })

  it('keeps scripted drawings out, and says so', async () => {
    await at.staff()
    const file = join(at.folder, 'drawn.docx')
    await writeFile(
      file,
      await makeDocx({
        body: paragraph('Words') + picture('embed', 'r1'),
        links: linkTo('r1', 'image', 'media/image1.svg'),
        parts: {
          'word/media/image1.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        },
      }),
    )
    const run = await at.json<ImportRow[]>('import', at.library, file, '--as', 'Ed')
    expect(run.exitCode).toBe(0)
    expect(run.json[0]?.warnings.join()).toContain('“image1.svg” was left out: it is an SVG drawing')
    const shown = await at.run('show', at.library, run.json[0]?.id ?? '', '--form', 'html')
    expect(shown.out).toContain('Words')
    expect(shown.out).not.toMatch(/<svg[^>]*>\s*<script|image1\.svg|alert\(/)
  })
})
