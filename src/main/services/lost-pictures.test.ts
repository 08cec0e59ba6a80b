import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Content } from '../../shared/article/content'
import { verifyExport } from '../export'
import { approveAt, draftAt, keepAt, openDeskNewsroom, type DeskNewsroom } from '../testing/desk-newsroom'
import { valueOf } from './testing/newsroom'

let newsroom: DeskNewsroom
let folder: string
beforeAll(async () => {
  newsroom = await openDeskNewsroom()
  folder = await mkdtemp(join(tmpdir(), 'galley-lost-'))
})
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { recursive: true, force: true })
})

const pictured = async (headline: string, background: string): Promise<string> => {
  const { staff } = newsroom
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer()
  const data = bytes.toString('base64')
  const { hash } = valueOf(await staff.editor.window.answer('media.add', { name: 'a.png', data }))
  const thumbnail: Content['thumbnail'] = {
    ...{ media: hash, alt: 'A field', decorative: false, caption: '', credit: '', licence: '' },
    ...{ expires: null, focal: { x: 0.5, y: 0.5 } },
  }
  const { article } = await draftAt(newsroom, headline)
  await keepAt(staff.editor, article.id, { ...newsroom.content(headline), thumbnail })
  await approveAt(newsroom, article.id)
  return hash
}

it('a picture that is gone or damaged names its article and stops nothing else', async () => {
  const [gone, damaged] = [await pictured('Gone', '#111'), await pictured('Damaged', '#222')]
  await pictured('Whole', '#333')
  await newsroom.restart(async (library) => {
    const media = join(library, 'media')
    await rm(join(media, `${gone}.png`))
    const bytes = await readFile(join(media, `${damaged}.png`))
    await writeFile(join(media, `${damaged}.png`), bytes.fill(0, 60))
    for (const cache of ['info', 'widths']) await rm(join(media, cache), { recursive: true, force: true })
  })
  const { report } = valueOf(await newsroom.staff.production.window.answer('publish.export', { folder }))
  expect(report).toMatchObject({ articles: 3, refused: [] })
  for (const [headline, hash] of [
    ['Gone', gone],
    ['Damaged', damaged],
  ])
    expect(report.warnings.filter((words) => words.includes(`media/${hash}`))).toEqual([
      expect.stringContaining(`“${headline}”`),
    ])
  expect(report.warnings.join()).not.toContain('“Whole”')
  expect(verifyExport(folder)).toEqual({ ok: true, problems: [] })
  expect((await readdir(join(folder, 'media'))).length).toBeGreaterThan(3)
  expect(await readFile(join(folder, 'news/gone/index.html'), 'utf8')).toContain('Once upon a time.')
})
