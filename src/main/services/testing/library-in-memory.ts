import type { Article } from '../../../shared/article/article'
import type { Author } from '../../../shared/article/author'
import type { Draft } from '../../../shared/article/draft'
import { indexEntry, type IndexEntry } from '../../../shared/article/index-entry'
import type { Revision } from '../../../shared/article/revision'
import type { Template } from '../../../shared/article/template'
import type { LastExport, MediaInfo } from '../../../shared/contract'
import { hashOf, sha256Hex } from '../../../shared/kernel/hash'
import { err, ok } from '../../../shared/kernel/result'
import type { Schedule } from '../../../shared/schedule/schedule'
import { defaultSettings } from '../../../shared/site/settings'
import { chainRow, withHead, type LibraryRow, type LogRow } from '../../../shared/workflow/log'
import type { QueueView } from '../../../shared/review/queue-filter'
import type { PictureDetails } from '../../../shared/media/picture-details'
import type { Person } from '../../../shared/workflow/people'
import type { DictionaryStore, StyleStore } from '../language-ports'
import { printedNames } from '../names'
import type {
  ArticleChange,
  ArticleStore,
  DeskViewStore,
  DraftStore,
  LibraryLog,
  LibraryNote,
  MediaStore,
  OpenLibrary,
  PictureDetailsStore,
  ReadingStore,
  ReceiptStore,
  RecordedRegister,
  Register,
  SourceStore,
} from '../ports'

/** A library that lives in memory: what the services are told of storage, and no more. */
export function libraryInMemory(): OpenLibrary {
  const authors = register<readonly Author[]>([])
  const rows: LibraryRow[] = []
  const note = ({ entry, sign }: LibraryNote): void => {
    const hashes = { people: hashOf(people.read()), settings: hashOf(settings.read()) }
    rows.push(chainRow({ ...entry, ...hashes }, rows.at(-1), sign))
  }
  const settings = register(defaultSettings('The Test Herald'), note)
  const people = register<readonly Person[]>([], note)
  return {
    id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
    name: 'The Test Herald',
    path: '/library',
    samplePassphrase: null,
    readOnlyBecause: null,
    problems: [],
    settings,
    people,
    log: logInMemory(rows, note),
    authors,
    templates: register<readonly Template[]>([]),
    schedules: register<readonly Schedule[]>([]),
    articles: articlesInMemory(authors),
    drafts: draftsInMemory(),
    reading: readingInMemory(),
    deskViews: deskViewsInMemory(),
    media: mediaInMemory(),
    pictureDetails: pictureDetailsInMemory(),
    receipts: receiptsInMemory(),
    sources: sourcesInMemory(),
    style: styleInMemory(),
    dictionaries: dictionariesInMemory(),
    verify: async () =>
      ok({ ok: true, problems: [], checked: { articles: 0, rows: 0, signed: 0, receipts: 0, pictures: 0 } }),
    close: async () => undefined,
  }
}

const logInMemory = (rows: readonly LibraryRow[], add: (note: LibraryNote) => void): LibraryLog => ({
  rows: async () => ok([...rows]),
  add: async (note) => ok(add(note)),
})

function register<T>(first: T, note?: (note: LibraryNote) => void): RecordedRegister<T> {
  let kept = first
  return {
    read: () => kept as Readonly<T>,
    async change(decide) {
      const decided = decide(kept)
      if (!decided.ok) return decided
      kept = decided.value.next
      if (decided.value.note) note?.(decided.value.note)
      return ok(decided.value.value)
    },
  }
}

function articlesInMemory(authors: Register<readonly Author[]>): ArticleStore {
  const articles = new Map<string, Article>()
  const revisions = new Map<string, Revision[]>()
  const logs = new Map<string, LogRow[]>()
  const described = new WeakMap<Article, { names: string; entry: IndexEntry }>()
  const entryOf = (article: Article): IndexEntry => {
    const authorNames = printedNames(authors.read(), article.content.authors)
    const known = described.get(article)
    if (known?.names === authorNames.join()) return known.entry
    const entry = indexEntry(article, authorNames)
    described.set(article, { names: authorNames.join(), entry })
    return entry
  }
  const missing = (id: string) => err({ code: 'not-found' as const, what: 'article' as const, id })
  const stamps = new Map<string, string>()
  const store = ({ article, revision, entry, sign, onStored }: ArticleChange): Article => {
    const { id } = article
    const stamp = String(Number(stamps.get(id) ?? 0) + 1)
    if (revision) revisions.set(id, [...(revisions.get(id) ?? []), revision])
    const log = logs.get(id) ?? []
    const row = entry && chainRow(entry, log.at(-1), sign)
    if (row) logs.set(id, [...log, row])
    const stored = row ? withHead(article, row) : article
    articles.set(id, stored)
    stamps.set(id, stamp)
    onStored?.(stamp)
    return stored
  }
  return {
    stamps: () => new Map(stamps),
    async find(id) {
      const article = articles.get(id)
      return article ? ok(article) : missing(id)
    },
    create: async (change) => ok(store(change)),
    async change(id, decide) {
      const article = articles.get(id)
      if (!article) return missing(id)
      const decided = decide(article, revisions.get(id)?.at(-1) ?? null)
      if (!decided.ok) return decided
      return ok(decided.value ? store(decided.value) : article)
    },
    async revisions(id, { below, limit } = { below: null, limit: Infinity }) {
      const all = revisions.get(id)
      if (!all) return missing(id)
      const wanted = all.filter(({ revision }) => below === null || revision < below).toReversed()
      const rows = wanted.map((one) => ({ ...one, words: one.derived.words })).slice(0, limit)
      return ok({ rows, total: all.length })
    },
    async revision(id, number) {
      const found = revisions.get(id)?.find(({ revision }) => revision === number)
      return found ? ok(found) : err({ code: 'not-found', what: 'revision', id: String(number) })
    },
    log: async (id) => (articles.has(id) ? ok(logs.get(id) ?? []) : missing(id)),
    entries: async () => [...articles.values()].map(entryOf),
    texts: async () => new Map([...articles.values()].map(({ id, derived }) => [id, derived.text])),
    describeAgain: async () => undefined,
  }
}

function draftsInMemory(): DraftStore {
  const drafts = new Map<string, Draft>()
  const keyOf = (article: string, person: string): string => `${article}.${person}`
  return {
    find: async (article, person) => drafts.get(keyOf(article, person)) ?? null,
    ofPerson: async (person) => [...drafts.values()].filter((draft) => draft.person === person),
    async write(draft) {
      drafts.set(keyOf(draft.article, draft.person), draft)
      return ok(undefined)
    },
    async discard(article, person, may = () => true) {
      const draft = drafts.get(keyOf(article, person))
      if (draft && may(draft)) drafts.delete(keyOf(article, person))
      return ok(undefined)
    },
  }
}

function readingInMemory(): ReadingStore {
  const marks = new Map<string, number>()
  return {
    find: async (person, article) => marks.get(`${person}.${article}`) ?? null,
    async note(person, article, revision) {
      marks.set(`${person}.${article}`, Math.max(revision, marks.get(`${person}.${article}`) ?? 0))
      return ok(undefined)
    },
  }
}

function deskViewsInMemory(): DeskViewStore {
  const looked = new Map<string, string>()
  const views = new Map<string, QueueView[]>()
  return {
    looked: async (person) => looked.get(person) ?? null,
    async noteLook(person, at) {
      looked.set(person, at)
      return ok(undefined)
    },
    views: async (person) => views.get(person) ?? [],
    async changeViews(person, decide) {
      const decided = decide(views.get(person) ?? [])
      if (decided.ok) views.set(person, decided.value)
      return decided
    },
  }
}

function receiptsInMemory(): ReceiptStore {
  let last: LastExport | null = null
  return {
    last: async () => last,
    async write(receipt) {
      last = receipt
      return ok(undefined)
    },
  }
}

/** Takes anything for a picture but bytes that say “not a picture”; `captioned …` is a caption in the file. */
function mediaInMemory(): MediaStore {
  const kept = new Map<string, { info: MediaInfo; bytes: Uint8Array }>()
  return {
    async add(name, bytes) {
      if (new TextDecoder().decode(bytes) === 'not a picture')
        return err({ code: 'picture-refused', name, reason: 'it is not a picture' })
      const hash = sha256Hex(bytes)
      const info = { hash, width: 400, height: 300, type: 'image/png', bytes: bytes.length, warnings: [] }
      const already = kept.has(hash)
      kept.set(hash, { info, bytes })
      return ok({ ...info, already })
    },
    find: async (hash) => kept.get(hash)?.info ?? null,
    list: async () => [...kept.values()].map(({ info }) => info).toReversed(),
    async original(hash) {
      const found = kept.get(hash)
      return found ? { type: found.info.type, bytes: found.bytes } : null
    },
    atWidth: async () => null,
    crop: async () => null,
    icon: async () => null,
    async wordsInside(bytes) {
      const [, caption] = new TextDecoder().decode(bytes).split('captioned ')
      return caption === undefined ? {} : { caption }
    },
    async cut(hash, box) {
      return kept.has(hash) ? new TextEncoder().encode(`${hash} ${JSON.stringify(box)}`) : null
    },
  }
}

function pictureDetailsInMemory(): PictureDetailsStore {
  const kept = new Map<string, PictureDetails>()
  return {
    find: async (hash) => kept.get(hash) ?? null,
    all: async () => kept,
    async change(hash, decide) {
      const decided = decide(kept.get(hash) ?? null)
      if (decided.ok) kept.set(hash, decided.value)
      return decided
    },
  }
}

function sourcesInMemory(): SourceStore {
  const kept = new Map<string, Uint8Array>()
  return {
    async add(bytes) {
      const hash = sha256Hex(bytes)
      kept.set(hash, bytes)
      return ok(hash)
    },
    find: async (hash) => kept.get(hash) ?? null,
  }
}

function styleInMemory(): StyleStore {
  const files = new Map<string, string>()
  const earlier = new Map<string, string[]>()
  return {
    files: async () => [...files].map(([file, text]) => ({ file, text })),
    history: async (file) => earlier.get(file) ?? [],
    async change(file, decide) {
      const before = files.get(file) ?? null
      const decided = decide(before)
      if (!decided.ok) return decided
      if (before !== null) earlier.set(file, [...(earlier.get(file) ?? []), before])
      files.set(file, decided.value.text)
      return ok(undefined)
    },
  }
}

function dictionariesInMemory(): DictionaryStore {
  let words: string[] = []
  return {
    languages: async () => [],
    read: async () => ok(null),
    houseWords: async () => words,
    changeHouseWords: async (decide) => ok((words = [...decide(words)])),
  }
}
