import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSiteWriter } from '../export'
import { readHistory } from './articles'
import { createPublishing } from './publishing'
import {
  approvedArticle,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-single-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const publishing = createPublishing(createSiteWriter())

describe('one article', () => {
  it('is exported as a file of its own, when the workflow allows it', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    const { article } = await approvedArticle(newsroom)
    const wanted = { id: article.id, file: join(folder, 'flood.html') }
    for (const form of ['page', 'fragment', 'md'] as const) {
      const written = valueOf(await publishing.exportArticle(room, production, { ...wanted, form }))
      expect(written).toEqual({ file: wanted.file, bytes: (await readFile(wanted.file)).length, beside: [] })
      expect(await readFile(wanted.file, 'utf8')).toContain('Once upon a time.')
      const log = valueOf(await readHistory(room, null, article))
      expect(log.at(-1)).toMatchObject({
        by: 'Pia',
        action: 'exported',
        from: 'Never exported',
        to: 'Never exported',
      })
    }
    const log = valueOf(await readHistory(room, null, article))
    expect(log.slice(-3).map(({ note }) => note)).toEqual([
      'As a single page.',
      'As a fragment.',
      'As Markdown.',
    ])
    // No reader found it on the site yet, so the site's export is still to come.
    expect(valueOf(await room.library.articles.find(article.id)).public).toEqual(article.public)
    expect(valueOf(await publishing.ready(room, null))).toMatchObject({
      ready: [{ headline: 'Flood' }],
      live: [],
    })
    await keep(newsroom, newsroom.editor, article.id, { ...article.content, standfirst: 'New' })
    const refused = await publishing.exportArticle(room, production, { ...wanted, form: 'page' })
    expect(refusalOf(refused)).toContain('Changed since the approval: Standfirst.')
  })

  it('takes its pictures along, beside the file and in a package', async () => {
    const newsroom = await openNewsroom()
    const { room, production, editor, chief } = newsroom
    const { media } = room.library
    const bytes = new TextEncoder().encode('a picture of the flood')
    const { hash, width } = valueOf(await media.add('flood.png', bytes))
    const { article } = await draftArticle(newsroom, 'Flood')
    const shown = { alt: 'Water', decorative: false, focal: { x: 0.5, y: 0.5 } }
    const thumbnail = { media: hash, ...shown, caption: '', credit: '', licence: '', expires: null }
    await keep(newsroom, editor, article.id, { ...article.content, thumbnail })
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
    const library = { ...room.library, media: { ...media, atWidth: async () => bytes } }
    const asked = { id: article.id, form: 'md' as const, file: join(folder, 'flood.md') }
    valueOf(await publishing.exportArticle({ ...room, library }, production, asked))
    const name = `media/${hash}-${width}.jpg`
    expect(await readFile(asked.file, 'utf8')).toContain(`thumbnail: ${name}`)
    expect(await readFile(join(folder, name), 'utf8')).toBe('a picture of the flood')
    for (const form of ['md', 'ninjs'] as const) {
      const packed = { id: article.id, form, file: join(folder, `${form}.zip`) }
      valueOf(await publishing.exportArticle({ ...room, library }, production, packed))
      expect((await readFile(packed.file)).includes(name)).toBe(true)
    }
    const mixed = { ...library, path: join(folder, 'media') }
    await rm(join(folder, 'media'), { recursive: true })
    expect(
      refusalOf(await publishing.exportArticle({ ...room, library: mixed }, production, asked)),
    ).toContain('inside the library')
  })

  it('is never written over a file of the library', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    const { article } = await approvedArticle(newsroom)
    const inside = { ...room, library: { ...room.library, path: folder } }
    const wanted = { id: article.id, form: 'page' as const, file: join(folder, 'new', 'people.json') }
    expect(refusalOf(await publishing.exportArticle(inside, production, wanted))).toContain(
      'inside the library',
    )
    expect(await readdir(folder).catch(() => [])).toEqual([])
  })
})
