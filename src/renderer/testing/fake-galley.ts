import type {
  AddedPicture,
  EventName,
  EventOf,
  Galley,
  InputOf,
  LockView,
  OutputOf,
  PickedFile,
  ReplyOf,
  RequestName,
  SessionView,
  StoredPicture,
} from '../../shared/contract'
import type { Summary } from '../../shared/article/article'
import { err, ok } from '../../shared/kernel/result'
import { noDetails } from '../../shared/media/picture-details'
import { defaultSettings } from '../../shared/site/settings'
import type { PersonView } from '../../shared/workflow/people'

type Answers = { [N in RequestName]?: (input: InputOf<N>) => ReplyOf<N> | Promise<ReplyOf<N>> }
type Asked = { [N in RequestName]: { name: N; input: InputOf<N> } }[RequestName]

/** A desk that answers from a table, for tests of the window. What the table lacks is refused as unexpected. */
export interface FakeGalley extends Galley {
  /** Every request so far, in order. */
  asked: Asked[]
  /** Changes or adds an answer. */
  answer<N extends RequestName>(name: N, give: NonNullable<Answers[N]>): void
  /** Tells the window of an event. */
  tell<N extends EventName>(name: N, event: EventOf<N>): void
  /** What the next file dialogs give. */
  picked: { files: PickedFile[]; path: string | null }
  /** Every file that was opened so far. */
  opened: PickedFile[]
}

/** An id that differs for each number: `fakeId(1)`. */
export const fakeId = (number: number): string => `01J${String(number).padStart(23, '0')}`

export const fakePerson: PersonView = {
  id: fakeId(1),
  name: 'Edith Larsen',
  role: 'editor',
  author: null,
  hasPassphrase: true,
  disabled: false,
  createdAt: '2026-01-05T09:00:00.000Z',
}

/** A window on an open library with one person signed in, changed as wanted. */
export const fakeSession = (changes: Partial<SessionView> = {}): SessionView => ({
  library: {
    id: fakeId(100),
    name: 'The Test Post',
    path: '/home/edith/Post',
    readOnlyBecause: null,
    sample: false,
    problems: [],
  },
  person: fakePerson,
  people: [{ id: fakePerson.id, name: fakePerson.name, role: fakePerson.role, needsPassphrase: true }],
  samplePassphrase: null,
  recent: [],
  ...changes,
})

/** One row of the desk, changed as wanted. */
export const fakeSummary = (number: number, changes: Partial<Summary> = {}): Summary => ({
  id: fakeId(1000 + number),
  headline: `Headline ${number}`,
  slug: `headline-${number}`,
  category: 'News',
  authors: ['Edith Larsen'],
  state: 'draft',
  wholeAgain: false,
  publicState: 'never-exported',
  revision: 1,
  words: 100 + number,
  readTime: 1,
  updatedAt: new Date(Date.UTC(2026, 0, 6, 9) - number * 60_000).toISOString(),
  ...changes,
})

/** A picture just added, changed as wanted; `letter` makes its hash. */
export const fakeAdded = (letter: string, changes: Partial<AddedPicture> = {}): AddedPicture => ({
  hash: letter.repeat(64),
  width: 1200,
  height: 800,
  type: 'image/png',
  bytes: 90_000,
  warnings: [],
  already: false,
  details: { ...noDetails(), name: `${letter}.png` },
  ...changes,
})

/** A picture of the library, changed as wanted; `letter` makes its hash. */
export const fakePicture = (letter: string, changes: Partial<StoredPicture> = {}): StoredPicture => {
  const { already: _, ...added } = fakeAdded(letter)
  return { ...added, addedBy: 'Edith Larsen', usedIn: [], ...changes }
}

/** A page of the desk's list from rows that all match. */
export const fakeList = (rows: Summary[], input: InputOf<'article.list'>): OutputOf<'article.list'> => ({
  rows: rows.slice(input.offset, input.offset + input.limit),
  total: rows.length,
  all: rows.length,
  states: { draft: rows.length },
  categories: { News: rows.length },
  authors: { 'Edith Larsen': rows.length },
})

/** The edit lock of an article that this window edits. */
export const fakeLock: LockView = {
  holder: { name: fakePerson.name, since: '2026-01-06T09:00:00.000Z', at: 'here' },
  mayTakeOver: false,
}

const usual: Answers = {
  'session.state': () => ok(fakeSession()),
  'session.sign-in': () => ok(fakePerson),
  'session.sign-out': () => ok({}),
  'session.active': () => ok({}),
  'settings.get': () => ok(defaultSettings('The Test Post')),
  'author.list': () => ok([]),
  'person.list': () => ok([fakePerson]),
  'template.list': () => ok([]),
  'draft.mine': () => ok([]),
  'lock.take': () => ok(fakeLock),
  'lock.show': () => ok(fakeLock),
  'lock.release': () => ok({}),
  'review.queue': () => ok({ rows: [], at: '2026-01-06T09:00:00.000Z', looked: null }),
  'queue.counts': () => ok({ waiting: 0, taken: 0, changesRequested: 0, mentions: 0 }),
  'queue.looked': () => ok({}),
  'queue-view.list': () => ok([]),
  'media.list': () => ok([]),
  'style.list': () => ok({ files: [], damaged: [] }),
  'dictionary.list': () => ok({ languages: [], words: [] }),
  'article.list': (input) => ok(fakeList([], input)),
}

/** Makes a fake desk. `answers` come before the usual ones: one person signed in to a library without articles. */
export function createFakeGalley(answers: Answers = {}): FakeGalley {
  const table: Answers = { ...usual, ...answers }
  const listeners: { [N in EventName]?: Set<(event: EventOf<N>) => void> } = {}
  const asked: Asked[] = []
  const picked: FakeGalley['picked'] = { files: [], path: null }
  const opened: FakeGalley['opened'] = []

  const listenersOf = <N extends EventName>(name: N): Set<(event: EventOf<N>) => void> => {
    const known = listeners[name] ?? (listeners[name] = new Set() as (typeof listeners)[N])
    return known as Set<(event: EventOf<N>) => void>
  }

  return {
    asked,
    picked,
    opened,
    answer: (name, give) => Object.assign(table, { [name]: give }),
    tell: (name, event) => listenersOf(name).forEach((listener) => listener(event)),
    async request<N extends RequestName>(name: N, input: InputOf<N>): Promise<ReplyOf<N>> {
      asked.push({ name, input } as Asked)
      const give = table[name] as NonNullable<Answers[N]> | undefined
      if (!give) return err({ code: 'unexpected', reference: `no answer to ${name}` })
      return give(input)
    },
    on(name, listener) {
      listenersOf(name).add(listener)
      return () => listenersOf(name).delete(listener)
    },
    pickFiles: async () => picked.files,
    saveAs: async () => picked.path,
    openFile: async (file) => void opened.push(file),
    showPlace: null,
    mediaUrl: (hash, width) => `/media/${hash}${width === undefined ? '' : `-${width}`}`,
  }
}
