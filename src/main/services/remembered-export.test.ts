import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleAddress } from '../../shared/article/address'
import { ok } from '../../shared/kernel/result'
import { createSiteWriter, openExportMemory } from '../export'
import { saveAuthor } from './authors'
import { keepArticle } from './keeping'
import { moveArticle } from './moving'
import { createPublishing } from './publishing'
import { changeSettings } from './settings'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  openNewsroomOnline,
  valueOf,
  type Newsroom,
} from './testing/newsroom'

/** What may happen between two exports. `of` chooses one of the articles. */
type Deed =
  | { do: 'keep'; of: number; headline: string; linksTo: number; embargoed: boolean }
  | { do: 'approve' | 'correct' | 'withdraw' | 'tamper'; of: number }
  | { do: 'rename'; name: string }
  | { do: 'settle'; name: string; slug: string }
  | { do: 'wait'; days: number }
  | { do: 'restart' | 'forget' | 'damage memory' | 'damage site' }

const of = fc.nat(2)
const word = fc.constantFrom('Flood', 'Harbour', 'Ferry', 'Market')
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('keep' as const),
    of,
    headline: word,
    linksTo: of,
    embargoed: fc.boolean(),
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('approve' as const), of }) },
  fc.record({ do: fc.constantFrom('correct' as const, 'withdraw' as const, 'tamper' as const), of }),
  fc.record({ do: fc.constant('rename' as const), name: word }),
  fc.record({ do: fc.constant('settle' as const), name: word, slug: fc.constantFrom('news', 'town') }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constantFrom(
      'restart' as const,
      'forget' as const,
      'damage memory' as const,
      'damage site' as const,
    ),
  }),
)

interface Stage {
  newsroom: Newsroom
  ids: string[]
  site: string
  memory: string
  /** Ends the program, so that only what is on the disk is remembered. */
  restart: () => void
}

const day = 24 * 60 * 60 * 1000

async function take({ newsroom, ids, site, memory, restart }: Stage, deed: Deed): Promise<void> {
  const { room, editor, chief, author, clock, admin } = newsroom
  const id = ('of' in deed && ids[deed.of]) || ''
  switch (deed.do) {
    case 'keep': {
      const { revision } = valueOf(await room.library.articles.find(id))
      const href = articleAddress(ids[deed.linksTo] ?? '')
      const link = { type: 'link' as const, attrs: { href } }
      const [paragraph] = bodyOf('See what was told before.').content
      const linked = { ...paragraph, content: [{ type: 'text', text: 'See there', marks: [link] }] }
      const content = {
        ...completeContent(newsroom, deed.headline),
        body: { type: 'doc', content: [linked] } as ReturnType<typeof bodyOf>,
        embargo: deed.embargoed ? new Date(clock.now.getTime() + day).toISOString() : null,
      }
      await keepArticle(room, editor, { id, basedOn: revision, content })
      return
    }
    case 'approve':
      await moveArticle(room, editor, { id, move: 'submit', note: '' })
      await moveArticle(room, chief, { id, move: 'start-review', note: '' })
      await moveArticle(room, chief, { id, move: 'approve', note: '' })
      return
    case 'correct':
    case 'withdraw':
      await moveArticle(room, chief, { id, move: deed.do, note: 'It was wrong.' })
      return
    case 'tamper':
      valueOf(
        await room.library.articles.change(id, (article) =>
          ok({ article: { ...article, content: { ...article.content, standfirst: 'Forged' } } }),
        ),
      )
      return
    case 'rename':
      valueOf(await saveAuthor(room, chief, { ...author, name: deed.name }))
      return
    case 'settle': {
      const { site: now, rules } = room.library.settings.read()
      const categories = now.categories.map((one) => (one.id === 'news' ? { ...one, slug: deed.slug } : one))
      valueOf(await changeSettings(room, admin, { rules, site: { ...now, name: deed.name, categories } }))
      return
    }
    case 'wait':
      clock.now = new Date(clock.now.getTime() + deed.days * day)
      return
    case 'restart':
      return restart()
    case 'forget':
      restart()
      await rm(memory, { recursive: true, force: true })
      return
    case 'damage memory':
      restart()
      for (const name of await readdir(memory).catch(() => [])) {
        const text = await readFile(join(memory, name), 'utf8')
        await writeFile(join(memory, name), text.replaceAll('Flood', 'Blood').slice(0, -1))
      }
      return
    case 'damage site': {
      const page = join(site, 'news/index.html')
      const text = await readFile(page, 'utf8').catch(() => null)
      if (text !== null) await writeFile(page, text.replaceAll('e', 'o'))
    }
  }
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const),
  )
  return Object.fromEntries(texts)
}

it('writes the same bytes, whatever happened meanwhile and whatever is left of its memory', async () => {
  let saved = 0
  const property = async (days: Deed[][]): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-remembered-'))
    const [site, plain, memory] = ['site', 'plain', 'memory'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    try {
      const newsroom = await openNewsroomOnline()
      const { room, production } = newsroom
      const ids: string[] = []
      for (const headline of ['One', 'Two', 'Three'])
        ids.push((await approvedArticle(newsroom, headline)).article.id)
      let made = 0
      const begin = () => {
        const kept = openExportMemory(memory, () => 'this program')
        const writer = createSiteWriter(kept)
        return {
          kept,
          publishing: createPublishing(
            { ...writer, writeSite: (plan) => writer.writeSite({ ...plan, files: counted(plan.files) }) },
            kept,
          ),
        }
      }
      async function* counted<T extends object>(files: AsyncIterable<T>): AsyncGenerator<T> {
        for await (const file of files) {
          if ('same' in file) saved += 1
          made += 1
          yield file
        }
      }
      let run = begin()
      const restart = () => {
        run.kept.flush()
        run = begin()
      }
      const forgetful = createPublishing(createSiteWriter())
      for (const deedsOfDay of [[], ...days]) {
        for (const deed of deedsOfDay) await take({ newsroom, ids, site, memory, restart }, deed)
        const asOf = newsroom.clock.now.toISOString()
        const remembered = valueOf(await run.publishing.exportSite(room, production, { folder: site, asOf }))
        const fresh = valueOf(await forgetful.exportSite(room, production, { folder: plain, asOf }))
        expect(await filesIn(site)).toEqual(await filesIn(plain))
        expect(remembered.report.refused).toEqual(fresh.report.refused)
        expect(remembered.report.articles).toEqual(fresh.report.articles)
      }
      expect(made).toBeGreaterThan(0)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const evening = fc.array(fc.array(deeds, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  await fc.assert(fc.asyncProperty(evening, property), { numRuns: Number(process.env.GALLEY_RUNS ?? 15) })
  // Otherwise nothing was remembered.
  expect(saved).toBeGreaterThan(100)
}, 120_000)
