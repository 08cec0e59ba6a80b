import { readdirSync, statSync, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { z } from 'zod'
import type { Article } from '../../shared/article/article'
import { indexEntry, indexEntrySchema, type IndexEntry } from '../../shared/article/index-entry'
import { idSchema } from '../../shared/kernel/ids'
import { missingAsDamage, type ArticleFiles } from './article-files'
import type { StorageContext } from './durable-json-file'
import { codeOf, inOneLine } from './faults'
import { JsonlCache } from './jsonl-cache'
import type { Layout } from './layout'

/** Goes up whenever entries hold something that earlier versions did not put into them. */
const presentForm = 2

/**
 * A line of `index.jsonl`. It says what it was made from, so that it can be trusted only while that still holds:
 * the form of its entry, the authors' printed names, and times, size and place of article.json.
 */
const lineSchema = z.strictObject({
  form: z.number().int().default(1),
  id: idSchema,
  entry: indexEntrySchema,
  names: z.array(z.string()),
  stamp: z.string(),
})
type Line = z.infer<typeof lineSchema>

const textLineSchema = z.strictObject({ id: idSchema, revision: z.number().int(), text: z.string() })
type TextLine = z.infer<typeof textLineSchema>

/** How many articles are read at once while a cache is made anew. */
const together = 16

/** What lists and search know of every article, without opening the articles. Read when it is first asked for. */
export class ArticleIndex {
  readonly #cache: JsonlCache<Line>
  readonly #textCache: JsonlCache<TextLine>
  #lines: Promise<Map<string, Line>> | null = null
  #texts: Promise<Map<string, string>> | null = null

  constructor(
    private readonly layout: Pick<Layout, 'index' | 'texts' | 'articles'>,
    private readonly context: StorageContext,
    private readonly sources: {
      files: (id: string) => ArticleFiles
      /** Printed names for author ids, '' for an unknown one. */
      namesOf: (authors: readonly string[]) => string[]
    },
  ) {
    this.#cache = new JsonlCache(layout.index, lineSchema, context)
    this.#textCache = new JsonlCache(layout.texts, textLineSchema, context)
  }

  /** Every article's entry, in no order. */
  async entries(): Promise<IndexEntry[]> {
    // Somebody else writes a library that can only be read here: look again each time.
    if (this.context.refusal()) this.#lines = this.#load(this.#lines)
    this.#lines ??= this.#load(null)
    return Array.from((await this.#lines).values(), ({ entry }) => entry)
  }

  /** Every article's body text by id. */
  async texts(): Promise<ReadonlyMap<string, string>> {
    if (this.context.refusal()) this.#texts = null
    this.#texts ??= this.#loadTexts()
    return this.#texts
  }

  /** Notes an article as it was just stored, and gives its stamp. */
  async note(article: Article, textChanged: boolean): Promise<string> {
    const stamp = await this.#stampOf(article.id)
    const line = this.#describe(article, stamp)
    await this.#cache.append(line)
    if (this.#lines) {
      const lines = await this.#lines
      lines.set(article.id, line)
      await this.#cache.tidy(lines)
    }
    if (textChanged) {
      await this.#textCache.append(textLine(article))
      ;(await this.#texts)?.set(article.id, article.derived.text)
    }
    return stamp
  }

  async idle(): Promise<void> {
    await Promise.all([this.#cache.idle(), this.#textCache.idle()])
  }

  /** Takes every line that still holds, and makes the others anew from their articles. */
  async #load(known: Promise<Map<string, Line>> | null): Promise<Map<string, Line>> {
    const cached = known ? await known : await this.#cache.load()
    const lines = new Map<string, Line>()
    const stale: { id: string; stamp: string }[] = []
    for (const [id, stamp] of this.stamps()) {
      const line = cached.get(id)
      const holds = line?.form === presentForm && line.stamp === stamp
      if (holds && sameList(line.names, this.sources.namesOf(line.entry.authors))) lines.set(id, line)
      else stale.push({ id, stamp })
    }
    await inGroups(stale, async ({ id, stamp }) => {
      const article = await this.#readArticle(id)
      // A damaged article stays on the list as it was last known, so that its damage is met and not overlooked.
      const line = article ? this.#describe(article, stamp) : cached.get(id)
      if (line) lines.set(id, line)
    })
    if (!known && (stale.length > 0 || cached.size > lines.size)) await this.#cache.rewrite(lines)
    else await this.#cache.tidy(lines)
    return lines
  }

  async #loadTexts(): Promise<Map<string, string>> {
    const entries = await this.entries()
    const cached = await this.#textCache.load()
    const lines = new Map<string, TextLine>()
    let stale = false
    await inGroups(entries, async ({ id, revision }) => {
      const line = cached.get(id)
      if (line?.revision === revision) return void lines.set(id, line)
      stale = true
      const article = await this.#readArticle(id)
      if (article) lines.set(id, textLine(article))
    })
    if (stale) await this.#textCache.rewrite(lines)
    else await this.#textCache.tidy(lines)
    return new Map([...lines.values()].map(({ id, text }) => [id, text]))
  }

  async #readArticle(id: string): Promise<Article | null> {
    const read = await this.sources.files(id).read()
    if (read.ok) return read.value
    if (read.error.code !== 'missing') this.context.report(inOneLine(missingAsDamage(read.error)))
    return null
  }

  #describe(article: Article, stamp: string): Line {
    const names = this.sources.namesOf(article.content.authors)
    return { form: presentForm, id: article.id, entry: indexEntry(article, names), names, stamp }
  }

  /** Every article's stamp. Synchronous calls: ten thousand take a twentieth of a second, promises several times that. */
  stamps(): Map<string, string> {
    return new Map(idsIn(this.layout.articles).map((id) => [id, this.#stampNow(id)]))
  }

  #stampNow(id: string): string {
    try {
      const found = statSync(this.#pathOf(id), { throwIfNoEntry: false })
      return found ? stampFrom(found) : ''
    } catch {
      // What keeps it from being looked at is told when it is read.
      return ''
    }
  }

  async #stampOf(id: string): Promise<string> {
    // Without a stamp the line is only made again on the next opening.
    return stat(this.#pathOf(id)).then(stampFrom, () => '')
  }

  /** Put together plainly, because it is asked for ten thousand times at once. */
  #pathOf(id: string): string {
    return `${this.layout.articles}${sep}${id}${sep}article.json`
  }
}

/** Every write makes a new file in the old one's place; the time of change (ctime) cannot be set by hand. */
const stampFrom = ({ mtimeMs, ctimeMs, size, ino }: Stats): string => `${mtimeMs}/${ctimeMs}/${size}/${ino}`

const textLine = ({ id, revision, derived }: Article): TextLine => ({ id, revision, text: derived.text })

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

/** The ids of the articles in a folder. */
export function idsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => idSchema.safeParse(name).success)
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return []
    throw failure
  }
}

/** Acts on all, a limited number at once. */
async function inGroups<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < all.length) {
      const one = all[next]
      next += 1
      if (one !== undefined) await act(one)
    }
  }
  await Promise.all(Array.from({ length: together }, worker))
}
