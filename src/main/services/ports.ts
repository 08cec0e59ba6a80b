import type { Article } from '../../shared/article/article'
import type { Author } from '../../shared/article/author'
import type { Draft } from '../../shared/article/draft'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { Revision } from '../../shared/article/revision'
import type { Template } from '../../shared/article/template'
import type { EventName, EventOf, LastExport, MediaInfo, Verdict } from '../../shared/contract'
import type { CompiledRule } from '../../shared/checking/check-style'
import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { CropBox } from '../../shared/media/crop-box'
import type { FileWords, PictureDetails } from '../../shared/media/picture-details'
import type { PictureCrop } from '../../shared/render/picture-crops'
import type { SiteIcon } from '../../shared/render/site-icons'
import type { PictureFormat } from '../../shared/render/picture-files'
import type { QueueView } from '../../shared/review/queue-filter'
import type { StyleFound } from '../../shared/review/machine-checks/surroundings'
import type { Schedule } from '../../shared/schedule/schedule'
import type { Settings } from '../../shared/site/settings'
import type { LibraryEntry, LibraryRow, LogEntry, LogRow } from '../../shared/workflow/log'
import type { Person, PersonKey } from '../../shared/workflow/people'
import type { Sign, Signature } from '../../shared/workflow/signature'
import type { DictionaryStore, StyleStore } from './language-ports'

/** What the services need of the outside world. Adapters in storage, media and export fill these in. */

export type WriteError = ErrorWith<'disk-write-failed' | 'read-only' | 'damaged-file'>
export type ReadError = ErrorWith<'damaged-file'>
type NotFound = ErrorWith<'not-found'>

/** The current time. */
export type Clock = () => Date
/** A fresh ULID. */
export type NewId = () => string

/** One small stored value with one writer: changes run one at a time, and memory never runs ahead of the disk. */
export interface Register<T> {
  read(): Readonly<T>
  /** Stores what `decide` returns in `next`; nothing is stored when it refuses. */
  change<V, E>(decide: (now: T) => Result<{ next: T; value: V }, E>): Promise<Result<V, E | WriteError>>
}

/** What a change of the library leaves in its log: the row, and who signs it, if anybody can. */
export interface LibraryNote {
  entry: LibraryEntry
  sign: Sign | null
}

/** A register whose changes leave a row in the library's log. After a kill both are there, or neither. */
export interface RecordedRegister<T> {
  read(): Readonly<T>
  change<V, E>(
    decide: (now: T) => Result<{ next: T; value: V; note?: LibraryNote | null }, E>,
  ): Promise<Result<V, E | WriteError>>
}

/** The log of people, settings and all that belongs to no single article. */
export interface LibraryLog {
  rows(): Promise<Result<LibraryRow[], ReadError>>
  /** Adds a row that tells of a change stored elsewhere. */
  add(note: LibraryNote): Promise<Result<void, WriteError>>
}

/** A change of one article: its new state, and what it leaves behind for good. */
export interface ArticleChange {
  article: Article
  /** A newly kept revision, when the content changed. */
  revision?: Revision
  /** A row for the article's log, when it moved. */
  entry?: LogEntry
  /** Signs that row for whoever made the change, where they have an open key. */
  sign?: Sign | null
  /** Told, before any other change can follow, what the article's file is known by from now on; see `stamps`. */
  onStored?: (stamp: string) => void
}

/** Which of an article's kept revisions are wanted. */
export interface RevisionPage {
  /** Null begins with the newest. */
  below: number | null
  limit: number
}

export interface RevisionList {
  rows: (Pick<Revision, 'revision' | 'by' | 'at' | 'id'> & { words: number })[]
  /** How many there are in all. */
  total: number
}

/** How often somebody's passphrase was tried in vain, and from when on the next try is let through: milliseconds. */
export interface WrongTries {
  wrong: number
  openFrom: number
}

/** Wrong tries by person, for longer than a program runs. Where they cannot be stored, they are at least known while it does. */
export interface TryStore {
  find(person: string): Promise<WrongTries | null>
  /** Null forgets them. */
  keep(person: string, tries: WrongTries | null): Promise<void>
}

export interface ArticleStore {
  find(id: string): Promise<Result<Article, NotFound | ReadError>>
  create(change: ArticleChange): Promise<Result<Article, WriteError>>
  /** Finds, decides and stores in one turn, so that no other change can slip in between. */
  change<E>(
    id: string,
    decide: (article: Article, latest: Revision | null) => Result<ArticleChange | null, E>,
  ): Promise<Result<Article, E | NotFound | WriteError>>
  /** Kept revisions, newest first: a page of those below a revision, or all. Damaged ones are left out. */
  revisions(id: string, page?: RevisionPage): Promise<Result<RevisionList, NotFound | ReadError>>
  revision(id: string, revision: number): Promise<Result<Revision, NotFound | ReadError>>
  log(id: string): Promise<Result<LogRow[], NotFound | ReadError>>
  /**
   * What each article's file is known by on the disk as it is now: another as soon as the file was written or changed.
   * '' where it cannot be looked at.
   */
  stamps(): ReadonlyMap<string, string>
  /** Every article's index entry, in no order. */
  entries(): Promise<readonly IndexEntry[]>
  /** Body text by id, for searching; loaded on the first call. */
  texts(): Promise<ReadonlyMap<string, string>>
  /** Writes index entries anew for some articles, after something they refer to changed. */
  describeAgain(ids: readonly string[]): Promise<void>
}

export interface DraftStore {
  find(article: string, person: string): Promise<Draft | null>
  ofPerson(person: string): Promise<Draft[]>
  write(draft: Draft): Promise<Result<void, WriteError>>
  /** Forgets a draft, or only one that `may` lets go as it stands at that moment. */
  discard(article: string, person: string, may?: (draft: Draft) => boolean): Promise<Result<void, WriteError>>
}

/** A picture that was just kept; `already` when these very bytes were in the library before. */
type KeptPicture = MediaInfo & { already: boolean }

/** Which revision of which article a person last read. Nothing depends on it but a hint. */
export interface ReadingStore {
  /** Null when nothing is noted. */
  find(person: string, article: string): Promise<number | null>
  /** Notes a revision, unless a later one is noted. */
  note(person: string, article: string, revision: number): Promise<Result<void, WriteError>>
}

/** How each person looks at the review queue. Nothing depends on it but what they are shown. */
export interface DeskViewStore {
  /** Until when they have seen the queue; null when they never looked. UTC, ISO 8601. */
  looked(person: string): Promise<string | null>
  /** Notes a moment, unless a later one is noted. */
  noteLook(person: string, at: string): Promise<Result<void, WriteError>>
  views(person: string): Promise<QueueView[]>
  /** Finds, decides and stores in one turn. */
  changeViews<E>(
    person: string,
    decide: (views: readonly QueueView[]) => Result<QueueView[], E>,
  ): Promise<Result<QueueView[], E | WriteError>>
}

export interface MediaStore {
  /** Checks and keeps a picture by its content hash; keeping it twice is one file. */
  add(
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<KeptPicture, WriteError | ErrorWith<'picture-refused'>>>
  find(hash: string): Promise<MediaInfo | null>
  /** Every kept picture, newest first. */
  list(): Promise<MediaInfo[]>
  /** A picture as it was added; null when it is not kept. */
  original(hash: string): Promise<{ type: string; bytes: Uint8Array } | null>
  /**
   * A picture at one of its kept widths (`pictureWidths`), turned upright and without its metadata. Encoded when first
   * asked for; null when the picture or such a width is not kept, or its bytes can no longer be read as a picture.
   */
  atWidth(hash: string, width: number, format: PictureFormat): Promise<Uint8Array | null>
  /** A part of a picture as a JPEG for link cards and search engines, kept once it is made; null where it cannot be read. */
  crop(crop: PictureCrop): Promise<Uint8Array | null>
  /** A square PNG of the whole picture, what it does not fill left clear. */
  icon(icon: SiteIcon): Promise<Uint8Array | null>
  /** What a picture's file says of it; nothing where it says nothing or cannot be understood. */
  wordsInside(bytes: Uint8Array): Promise<FileWords>
  /** A part of a picture, upright, as a file that could be added; null when it is not kept or cannot be read. */
  cut(hash: string, box: CropBox): Promise<Uint8Array | null>
}

/** What is known of each picture besides its bytes. It is kept for good, and is no cache. */
export interface PictureDetailsStore {
  /** Null where nothing was noted, or where its file is damaged: such a one is reported and left alone. */
  find(hash: string): Promise<PictureDetails | null>
  all(): Promise<ReadonlyMap<string, PictureDetails>>
  /** Finds, decides and stores in one turn. Details whose file is damaged are not written over. */
  change<E>(
    hash: string,
    decide: (now: PictureDetails | null) => Result<PictureDetails, E>,
  ): Promise<Result<PictureDetails, E | WriteError>>
}

/** What a receipt says beyond what windows show. */
type ReceiptDetails = {
  asOf: string
  /** Who exported. */
  person: string
  /** Every article on the site. */
  public: readonly object[]
  /** Articles that went out anew: `before` and `log` are hashes of the last rows of their logs before and after it. */
  exported: { id: string; before: string; log: string }[]
  /** The hash of the last row of the library's log, or ''. */
  libraryLog: string
}

export interface ReceiptStore {
  last(): Promise<LastExport | null>
  /**
   * Keeps what an export did, signed by whoever exported where they can. What a receipt holds beyond `LastExport`
   * stays in the library and vouches for its logs.
   */
  write(receipt: LastExport & ReceiptDetails, sign: Sign | null): Promise<Result<void, WriteError>>
}

/** Files that claims name as their source, by the SHA-256 of their bytes. */
export interface SourceStore {
  /** Keeps a file and gives its hash; keeping it twice is one file. */
  add(bytes: Uint8Array): Promise<Result<string, WriteError>>
  /** Null when it is not kept. */
  find(hash: string): Promise<Uint8Array | null>
}

/** scrypt (RFC 7914) behind a plain face. */
export interface Passphrases {
  hash(passphrase: string): Promise<NonNullable<Person['passphrase']>>
  matches(passphrase: string, kept: NonNullable<Person['passphrase']>): Promise<boolean>
}

/** A person's key that their passphrase opened. Its private half never leaves the adapter unsealed. */
export interface OpenKey {
  readonly id: string
  readonly sign: Sign
  /** The same private half under another passphrase. */
  sealedBy(passphrase: string): Promise<PersonKey['sealed']>
}

/** Ed25519 (RFC 8032), its private halves sealed by passphrases. */
export interface Keys {
  make(passphrase: string): Promise<{ key: Pick<PersonKey, 'id' | 'publicKey' | 'sealed'>; open: OpenKey }>
  /** Null when this passphrase does not open it. */
  open(key: PersonKey, passphrase: string): Promise<OpenKey | null>
  /** Whether a hash was signed with the private half of this key. */
  hasSigned(key: Pick<PersonKey, 'id' | 'publicKey'>, hash: string, signature: Signature): boolean
}

/** Looks for style rules in a text; one that takes too long is stopped, named, and left out from then on. */
export type RulesInTime = (text: string, rules: readonly CompiledRule[]) => StyleFound

/** Tells every window. */
export type Announce = <N extends EventName>(name: N, event: EventOf<N>) => void

/** An open library: everything stored, behind ports. */
export interface OpenLibrary {
  id: string
  name: string
  path: string
  /** The sample library's passphrase, told on its sign-in panel; null for any other. */
  samplePassphrase: string | null
  /** Who holds it when it can only be read here; null when this process writes it. */
  readOnlyBecause: string | null
  /** Damaged files met so far, in words: on opening, and whenever one is met later. */
  problems: readonly string[]
  settings: RecordedRegister<Settings>
  people: RecordedRegister<readonly Person[]>
  log: LibraryLog
  authors: Register<readonly Author[]>
  templates: Register<readonly Template[]>
  schedules: Register<readonly Schedule[]>
  articles: ArticleStore
  drafts: DraftStore
  reading: ReadingStore
  deskViews: DeskViewStore
  media: MediaStore
  pictureDetails: PictureDetailsStore
  receipts: ReceiptStore
  sources: SourceStore
  style: StyleStore
  dictionaries: DictionaryStore
  /** Looks over every file of it; `onProgress` is told how many articles of all were looked at. */
  verify(onProgress: (done: number, total: number) => void): Promise<Result<Verdict, ReadError>>
  close(): Promise<void>
}
