import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content } from '../../shared/article/content'
import type { ArticleView } from '../../shared/contract'
import type { MoveName } from '../../shared/workflow/moves'
import type { Role } from '../../shared/workflow/people'
import { createDesk, type Desk, type DeskOptions, type DeskSession } from '../desk'
import { completeContent, openKeys, openPassphrases, valueOf } from '../services/testing/newsroom'

/** Somebody at a window of their own. */
export interface AtWindow {
  id: string
  name: string
  window: DeskSession
}

export type Staff = Record<
  'editor' | 'otherEditor' | 'chief' | 'otherChief' | 'production' | 'admin',
  AtWindow
>

/** A library on the disk with one person of each role at the desk's door, each request checked as in the product. */
export interface DeskNewsroom {
  folder: string
  library: string
  desk: Desk
  staff: Staff
  /** Content that is complete enough to be submitted. */
  content: (headline: string) => Content
  /** The desk's clock, in milliseconds since 1970; it runs on by itself with every look. */
  clock: { now: number }
  /**
   * Ends this desk and opens the library at another, everybody signed in anew.
   * @param meanwhile what happens to the library’s folder while nobody has it open
   */
  restart(meanwhile?: (library: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}

const names: [keyof Staff, string, Role][] = [
  ['editor', 'Edda', 'editor'],
  ['otherEditor', 'Emil', 'editor'],
  ['chief', 'Cleo', 'chief'],
  ['otherChief', 'Conrad', 'chief'],
  ['production', 'Pia', 'production'],
  ['admin', 'Ada', 'admin'],
]

/** @param options instead of a test's clock, keys and passphrases */
export async function openDeskNewsroom(options: Partial<DeskOptions> = {}): Promise<DeskNewsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-newsroom-'))
  const path = join(folder, 'library')
  const clock = { now: Date.parse('2026-03-01T09:00:00Z') }
  const open = (): Desk =>
    createDesk({
      home: join(folder, 'home'),
      who: 'Galley test',
      clock: () => new Date((clock.now += 1)),
      passphrases: openPassphrases,
      signing: openKeys,
      report: (failure) => {
        throw failure
      },
      checkReplies: true,
      ...options,
    })
  const desk = open()
  const admin = desk.openSession(() => undefined)
  valueOf(
    await admin.answer('library.create', { path, name: 'The Herald', person: 'Ada', passphrase: 'Ada' }),
  )
  const people = new Map<string, string>()
  for (const [, name, role] of names.filter(([, , one]) => one !== 'admin')) {
    const added = valueOf(await admin.answer('person.add', { name, role, passphrase: name }))
    people.set(name, added.id)
  }
  const { person } = valueOf(await admin.answer('session.state', {}))
  people.set('Ada', person?.id ?? '')
  const wanted = { id: null, name: 'Shella Artillero', avatar: null, biography: '', links: [] }
  const author = valueOf(await admin.answer('author.save', wanted))

  const signIn = async (at: Desk): Promise<Staff> => {
    const staff: Partial<Staff> = {}
    for (const [key, name] of names) {
      const window = at.openSession(() => undefined)
      const id = people.get(name) ?? ''
      valueOf(await window.answer('session.sign-in', { person: id, passphrase: name }))
      staff[key] = { id, name, window }
    }
    return staff as Staff
  }
  const newsroom: DeskNewsroom = {
    folder,
    library: path,
    desk,
    staff: await signIn(desk),
    content: (headline) => completeContent({ author }, headline),
    clock,
    async restart(meanwhile) {
      await newsroom.desk.close()
      await meanwhile?.(path)
      newsroom.desk = open()
      valueOf(await newsroom.desk.openLibrary(path))
      newsroom.staff = await signIn(newsroom.desk)
    },
    async close() {
      await newsroom.desk.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return newsroom
}

/** Keeps content on top of whatever is kept. */
export async function keepAt({ window }: AtWindow, id: string, content: Content): Promise<ArticleView> {
  const { article } = valueOf(await window.answer('article.open', { id }))
  return valueOf(await window.answer('article.keep', { id, basedOn: article.revision, content }))
}

/** A complete draft by the editor. */
export async function draftAt({ staff, content }: DeskNewsroom, headline: string): Promise<ArticleView> {
  const { article } = valueOf(await staff.editor.window.answer('article.create', {}))
  return keepAt(staff.editor, article.id, content(headline))
}

/** Makes moves one after another, each at its person's window. */
export async function makeAt(id: string, ...moves: [AtWindow, MoveName, string?][]): Promise<void> {
  for (const [{ window }, move, note = ''] of moves)
    valueOf(await window.answer('article.move', { id, move, note }))
}

/** From a draft to its approval. */
export const approveAt = ({ staff }: DeskNewsroom, id: string): Promise<void> =>
  makeAt(id, [staff.editor, 'submit'], [staff.chief, 'start-review'], [staff.chief, 'approve'])
