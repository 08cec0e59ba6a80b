import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Thumbnail } from '../shared/article/content'
import { pictureFormats } from '../shared/render/picture-files'
import { valueOf } from './services/testing/newsroom'
import { openDeskNewsroom, type DeskNewsroom } from './testing/desk-newsroom'

let newsroom: DeskNewsroom
let site = ''
beforeAll(async () => {
  newsroom = await openDeskNewsroom()
  site = await mkdtemp(join(tmpdir(), 'galley-site-'))
})
afterAll(async () => {
  await newsroom.close()
  await rm(site, { recursive: true, force: true })
})

const thumbnailOf = (media: string): Thumbnail => ({
  ...{
    media,
    alt: 'A quay',
    decorative: false,
    caption: '',
    credit: 'A. Person',
    licence: '',
    expires: null,
  },
  focal: { x: 0.5, y: 0.5 },
})

/** An approved article with a picture of one colour; gives the picture's hash. */
async function approve(headline: string, background: string): Promise<string> {
  const { editor, chief } = newsroom.staff
  const drawn = sharp({ create: { width: 700, height: 400, channels: 3, background } }).png()
  const data = (await drawn.toBuffer()).toString('base64')
  const { hash } = valueOf(await editor.window.answer('media.add', { name: 'quay.png', data }))
  const { article } = valueOf(await editor.window.answer('article.create', {}))
  const { id, revision: basedOn } = article
  const content = { ...newsroom.content(headline), thumbnail: thumbnailOf(hash) }
  valueOf(await editor.window.answer('article.keep', { id, basedOn, content }))
  valueOf(await editor.window.answer('article.move', { id, move: 'submit', note: '' }))
  valueOf(await chief.window.answer('article.move', { id, move: 'start-review', note: '' }))
  valueOf(await chief.window.answer('article.move', { id, move: 'approve', note: '' }))
  return hash
}

test('a damaged picture is named with its article, once, and everything else goes out', async () => {
  const damaged = await approve('Flood', '#336699')
  const whole = await approve('Ebb', '#cc9933')
  const original = join(newsroom.library, 'media', `${damaged}.png`)
  const { size } = await stat(original)
  await writeFile(original, Buffer.alloc(size, 7))

  const { production } = newsroom.staff
  const { report } = valueOf(await production.window.answer('publish.export', { folder: site }))
  expect(report.warnings.filter((warning) => warning.includes('picture'))).toEqual([
    `A picture of “Flood” cannot be read (media/${damaged}), so pages show its place empty. Everything else was exported.`,
  ])
  const there = (hash: string): boolean[] =>
    [480, 700].flatMap((width) =>
      pictureFormats.map((format) => existsSync(join(site, 'media', `${hash}-${width}.${format}`))),
    )
  expect(there(damaged)).toEqual(Array.from({ length: 6 }, () => false))
  expect(there(whole)).toEqual(Array.from({ length: 6 }, () => true))
  // Never larger than the original.
  expect(existsSync(join(site, 'media', `${whole}-960.jpg`))).toBe(false)
  for (const slug of ['flood', 'ebb'])
    expect(await readFile(join(site, 'news', slug, 'index.html'), 'utf8')).toContain('alt="A quay"')
})
