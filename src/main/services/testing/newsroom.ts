import { ulid } from 'ulid'
import type { Author } from '../../../shared/article/author'
import { emptyContent, type Content } from '../../../shared/article/content'
import { checkRule } from '../../../shared/checking/check-style'
import type { ArticleView, EventName } from '../../../shared/contract'
import { base64Of } from '../../../shared/kernel/base64'
import { sha256Hex } from '../../../shared/kernel/hash'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { Person, Role } from '../../../shared/workflow/people'
import { withNewKey } from '../../../shared/workflow/person-keys'
import type { MoveName } from '../../../shared/workflow/moves'
import { createArticle } from '../articles'
import { keepArticle } from '../keeping'
import { moveArticle } from '../moving'
import { saveAuthor } from '../authors'
import type { Keys, OpenKey, Passphrases, TryStore, WrongTries } from '../ports'
import { openRoom, type Room } from '../room'
import { libraryInMemory } from './library-in-memory'

/** The value of a result that a test expects to be good. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The code and, where there is one, the reason of a refusal. */
export const refusalOf = (result: Result<unknown, { code: string }>): string =>
  result.ok ? 'not refused' : JSON.stringify(result.error)

/** Passphrases kept in the open: tests are not about scrypt, and it takes its time. */
export const openPassphrases: Passphrases = {
  hash: async (passphrase) => ({ n: 1, r: 1, p: 1, salt: '', key: passphrase }),
  matches: async (passphrase, kept) => kept.key === passphrase,
}

const openKey = (id: string): OpenKey => ({
  id,
  sign: (hash) => ({ key: id, signature: base64Of(utf8(`${id} ${hash}`)) }),
  sealedBy: async (passphrase) => ({
    ...{ n: 1, r: 1, p: 1, salt: '', iv: '', tag: '' },
    data: base64Of(utf8(passphrase)),
  }),
})
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Keys kept in the open, whose signatures anybody could write. */
export const openKeys: Keys = {
  async make(passphrase) {
    const id = sha256Hex(ulid())
    const open = openKey(id)
    return { key: { id, publicKey: '', sealed: await open.sealedBy(passphrase) }, open }
  },
  open: async (key, passphrase) => (key.sealed.data === base64Of(utf8(passphrase)) ? openKey(key.id) : null),
  hasSigned: ({ id }, hash, signed) => signed.signature === openKey(id).sign(hash).signature,
}

/** Wrong tries that nobody remembers after the test. */
function triesInMemory(): TryStore {
  const known = new Map<string, WrongTries>()
  return {
    find: async (person) => known.get(person) ?? null,
    keep: async (person, tries) => void (tries ? known.set(person, tries) : known.delete(person)),
  }
}

/** A newsroom with one person of each role, a byline and a clock that a test may set. */
export interface Newsroom {
  room: Room
  editor: Person
  chief: Person
  otherChief: Person
  production: Person
  admin: Person
  author: Author
  clock: { now: Date }
  events: { name: EventName; event: unknown }[]
}

export async function openNewsroom(): Promise<Newsroom> {
  const clock = { now: new Date('2026-03-01T09:00:00Z') }
  const events: Newsroom['events'] = []
  const library = libraryInMemory()
  const room = openRoom(library, {
    now: () => new Date((clock.now = new Date(clock.now.getTime() + 1))),
    newId: ulid,
    passphrases: openPassphrases,
    signing: openKeys,
    importers: { read: async ({ name }) => err({ code: 'import-failed', file: name, reason: 'none here' }) },
    rulesInTime: (text, rules) => ({ findings: rules.flatMap((rule) => checkRule(text, rule)), stopped: [] }),
    wrongTries: triesInMemory(),
    announce: (name, event) => void events.push({ name, event }),
  })
  const names: [string, Role][] = [
    ['Edda', 'editor'],
    ['Cleo', 'chief'],
    ['Conrad', 'chief'],
    ['Pia', 'production'],
    ['Ada', 'admin'],
  ]
  const people = await Promise.all(names.map(([name, role]) => keyHolder(room, personOf(name, role))))
  await library.people.change(() => ({ ok: true, value: { next: people, value: null } }))
  const [editor, chief, otherChief, production, admin] = people as [Person, Person, Person, Person, Person]
  const wanted = { id: null, name: 'Shella Artillero', avatar: null, biography: '' }
  const author = valueOf(await saveAuthor(room, chief, wanted))
  return { room, editor, chief, otherChief, production, admin, author, clock, events }
}

/** Somebody with a key, which stays open as though they were signed in; those without a passphrase have none. */
async function keyHolder({ signing, keys }: Pick<Room, 'signing' | 'keys'>, person: Person): Promise<Person> {
  if (person.passphrase === null) return person
  const { key, open } = await signing.make(person.passphrase.key)
  keys.hold({}, person.id, open)
  return { ...person, keys: withNewKey([], key, person.createdAt) }
}

export const personOf = (name: string, role: Role): Person => ({
  id: ulid(),
  name,
  role,
  author: null,
  passphrase: role === 'editor' ? null : { n: 1, r: 1, p: 1, salt: '', key: name.toLowerCase() },
  disabled: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  keys: [],
  earlierRoles: [],
})

/** A newsroom whose site has an address. */
export async function openNewsroomOnline(): Promise<Newsroom> {
  const newsroom = await openNewsroom()
  const { settings } = newsroom.room.library
  valueOf(
    await settings.change((now) =>
      ok({ next: { ...now, site: { ...now.site, url: 'https://herald.example/' } }, value: null }),
    ),
  )
  return newsroom
}

/** Content that is complete enough to be submitted. */
export const completeContent = ({ author }: Pick<Newsroom, 'author'>, headline: string): Content => ({
  ...emptyContent('en'),
  headline,
  authors: [author.id],
  category: 'news',
  body: bodyOf('Once upon a time.'),
})

export const bodyOf = (...paragraphs: string[]): Content['body'] => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })),
})

/** A complete article by the editor, kept once. */
export async function draftArticle(newsroom: Newsroom, headline = 'Flood'): Promise<ArticleView> {
  const { room, editor } = newsroom
  const { article } = valueOf(await createArticle(room, editor))
  return keep(newsroom, editor, article.id, completeContent(newsroom, headline))
}

/** Keeps content on top of whatever is kept. */
export async function keep(
  { room }: Newsroom,
  person: Person,
  id: string,
  content: Content,
): Promise<ArticleView> {
  const { revision } = valueOf(await room.library.articles.find(id))
  return valueOf(await keepArticle(room, person, { id, basedOn: revision, content }))
}

/** Makes moves one after another, each by its person. */
export async function make(
  { room }: Newsroom,
  id: string,
  ...moves: [Person, MoveName, string?][]
): Promise<ArticleView> {
  let view: ArticleView | null = null
  for (const [person, move, note = ''] of moves)
    view = valueOf(await moveArticle(room, person, { id, move, note }))
  if (!view) throw new Error('No move was named')
  return view
}

/** An article that was submitted by the editor and approved by the chief. */
export async function approvedArticle(newsroom: Newsroom, headline = 'Flood'): Promise<ArticleView> {
  const { article } = await draftArticle(newsroom, headline)
  const { editor, chief } = newsroom
  return make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
}
