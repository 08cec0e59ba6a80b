import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Content } from '../shared/article/content'
import { createDesk, type Desk, type DeskSession } from './desk'
import { galley, galleyJson } from './hosts/cli/testing/run-galley'
import { openKeys, openPassphrases, valueOf } from './services/testing/newsroom'

const corpus = join(import.meta.dirname, '../../../shared/corpus/strings/blns.json')
const strings = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as string[]) : []
const words = strings.filter((text) => text.trim() !== '')

/** The least that comes back from an article as it was put in. */
const written = (content: Content): unknown => ({
  headline: content.headline,
  body: content.body,
  tags: content.tags,
  caption: content.thumbnail?.caption,
})

const bodyOf = (text: string): Content['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

describe.skipIf(strings.length === 0)(
  'any words (the corpus of strings is not beside the project when skipped)',
  () => {
    let folder: string
    let library: string
    let desk: Desk
    let window: DeskSession
    const ids = new Map<string, string>()

    async function open(): Promise<void> {
      desk = createDesk({
        home: join(folder, 'home'),
        who: 'Galley test',
        passphrases: openPassphrases,
        signing: openKeys,
      })
      valueOf(await desk.openLibrary(library))
      window = desk.openSession(() => undefined)
      const { people } = valueOf(await window.answer('session.state', {}))
      valueOf(await window.answer('session.sign-in', { person: people[0]?.id ?? '', passphrase: 'secret' }))
    }

    /** Every string as headline, body, tag, caption and author's name of an article of its own. */
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'galley-words-'))
      library = join(folder, 'library')
      const maker = createDesk({
        home: join(folder, 'home'),
        who: 'Galley test',
        passphrases: openPassphrases,
        signing: openKeys,
      })
      const first = maker.openSession(() => undefined)
      const wanted = { path: library, name: 'The Test Herald', person: 'Ada', passphrase: 'secret' }
      valueOf(await first.answer('library.create', wanted))
      await maker.close()
      await open()
      const blank = sharp({ create: { width: 640, height: 360, channels: 3, background: '#888' } }).png()
      const data = (await blank.toBuffer()).toString('base64')
      const { hash } = valueOf(await window.answer('media.add', { name: 'blank.png', data }))
      for (const text of words) {
        const author = { id: null, name: text, avatar: null, biography: '', links: [] }
        const { id } = valueOf(await window.answer('author.save', author))
        const { article } = valueOf(await window.answer('article.create', {}))
        const content: Content = {
          ...article.content,
          headline: text,
          body: bodyOf(text),
          tags: [text],
          authors: [id],
          thumbnail: {
            ...{ media: hash, alt: text, decorative: false, caption: text, credit: '', licence: '' },
            ...{ expires: null, focal: { x: 0.5, y: 0.5 } },
          },
        }
        valueOf(await window.answer('article.keep', { id: article.id, basedOn: 1, content }))
        ids.set(text, article.id)
      }
      // What is read from here on comes from the disk.
      await desk.close()
      await open()
    }, 180_000)
    afterAll(async () => {
      await desk.close()
      await rm(folder, { recursive: true, force: true })
    })

    it('come back from the disk as they were written', async () => {
      const authors = new Map(
        valueOf(await window.answer('author.list', {})).map(({ id, name }) => [id, name]),
      )
      for (const [text, id] of ids) {
        const { content } = valueOf(await window.answer('article.open', { id })).article
        const expected = { headline: text, body: bodyOf(text), tags: [text], caption: text }
        expect(written(content)).toEqual(expected)
        expect(content.authors.map((author) => authors.get(author))).toEqual([text])
      }
    })

    it('are found when they are searched for', async () => {
      const filters = { states: [], categories: [], authors: [] }
      for (const [text, id] of ids) {
        const wanted = {
          ...filters,
          search: text,
          sort: 'updated' as const,
          descending: true,
          offset: 0,
          limit: 1000,
        }
        const { rows } = valueOf(await window.answer('article.list', wanted))
        expect([text, rows.some((row) => row.id === id)]).toEqual([text, true])
      }
    })

    it('leave the library in Markdown and come back unchanged, but for what no text file can hold', async () => {
      for (const [place, [text, id]] of [...ids].entries()) {
        // Each reading of a library by command takes its time; the way is the same for all.
        if (place % 6 !== 0) continue
        const { article } = valueOf(await window.answer('article.open', { id }))
        const shown = await galleyJson<Content>(['show', library, id, '--form', 'json'])
        expect(written(shown.json)).toEqual(written(article.content))
        const { out } = await galley(['show', library, id, '--form', 'md'])
        const file = join(folder, 'again.md')
        await writeFile(file, out)
        const bytes = new Uint8Array(readFileSync(file))
        const [again] = valueOf(await window.importFile({ name: 'again.md', bytes, category: null })).articles
        const { content } = valueOf(await window.answer('article.open', { id: again?.id ?? '' })).article
        const { caption: _noPicture, ...words } = { ...(written(article.content) as Record<string, unknown>) }
        expect(written(content)).toMatchObject({ ...words, headline: text })
      }
    })

    it('are refused in words as a headline when they are blank', async () => {
      for (const blank of strings.filter((text) => text.trim() === '')) {
        const { article } = valueOf(await window.answer('article.create', {}))
        const content = { ...article.content, headline: blank }
        const kept = valueOf(await window.answer('article.keep', { id: article.id, basedOn: 1, content }))
        const submit = kept.moves.find(({ move }) => move === 'submit')
        expect(submit?.reasons).toContain('The headline is empty.')
      }
    })
  },
)
