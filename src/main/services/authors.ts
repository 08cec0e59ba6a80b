import type { Author } from '../../shared/article/author'
import { slugFrom, uniqueSlug } from '../../shared/article/slug'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { stopsAll } from './derive-again'
import { noteInLibraryLog } from './library-log'
import type { ArticleStore, WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** Every byline profile, in the order they were made. */
export async function listAuthors(room: Room): Promise<Result<Author[], never>> {
  return ok([...room.library.authors.read()])
}

/**
 * Makes or changes a byline profile. Everybody who writes may make one; changing one is for chiefs and for the
 * person it belongs to, since a new name voids the seals of what stands under it: whoever gives it changed all of
 * that, and is not the one to approve it. The slug stays as first made.
 */
export async function saveAuthor(
  room: Room,
  person: Person,
  wanted: InputOf<'author.save'>,
): Promise<Result<Author, WriteError | ErrorWith<'not-found' | 'not-allowed' | 'invalid-input'>>> {
  const { library } = room
  const own = wanted.id === null || wanted.id === person.author
  const allowed = mayDo(person, own ? ['editor', 'chief'] : ['chief'], 'change this byline')
  if (!allowed.ok) return allowed
  if (wanted.avatar !== null && (await library.media.find(wanted.avatar)) === null)
    return err({ code: 'invalid-input', issues: ['Picture: it is not in the library; add it again'] })

  const known = library.authors.read().find(({ id }) => id === wanted.id)
  const renamed = known && known.name !== wanted.name ? known.id : null
  // First, so that a kill or a full disk never leaves a new name that nobody answers for.
  const noted = await noteRenamer(room, person, renamed)
  if (!noted.ok) return noted

  const saved = await library.authors.change<Author, ErrorWith<'not-found'>>((authors) => {
    const known = authors.find(({ id }) => id === wanted.id)
    if (wanted.id !== null && !known) return err({ code: 'not-found', what: 'author', id: wanted.id })
    const author = known ? { ...known, ...wanted, id: known.id } : newAuthor(wanted, room.newId(), authors)
    const next = known ? authors.map((one) => (one.id === author.id ? author : one)) : [...authors, author]
    return ok({ next, value: author })
  })
  if (!saved.ok) return saved
  // Again, for what was approved or put under this byline between the two.
  const notedAgain = await noteRenamer(room, person, renamed)
  if (!notedAgain.ok) return notedAgain
  const logged = await noteInLibraryLog(room, person, {
    action: known ? 'change author' : 'add author',
    subject: known?.name ?? wanted.name,
    to: renamed ? wanted.name : '',
  })
  if (!logged.ok) return logged
  if (wanted.id !== null) await describeWorkOf(room, saved.value.id)
  room.announce('library.changed', { what: 'authors' })
  return saved
}

/** A byline profile as it starts, with a slug no other has. */
export function newAuthor(
  wanted: Pick<Author, 'name' | 'avatar' | 'biography' | 'links'>,
  id: string,
  authors: readonly Author[],
): Author {
  const taken = (slug: string): boolean => authors.some((author) => author.slug === slug)
  const { name, avatar, biography, links = [] } = wanted
  return { id, name, avatar, biography, links, slug: uniqueSlug(slugFrom(name, 'author'), taken) }
}

/** Notes a person among those who changed every article under a byline; an unreadable article stays as it is. */
async function noteRenamer(
  { library: { articles } }: Room,
  { id: person }: Person,
  author: string | null,
): Promise<Result<void, WriteError>> {
  if (author === null) return ok(undefined)
  for (const { id } of await workOf(author, articles)) {
    const done = await articles.change<never>(id, (article) => {
      const { review } = article
      if (!article.content.authors.includes(author) || review.changedBy.includes(person)) return ok(null)
      return ok({ article: { ...article, review: { ...review, changedBy: [...review.changedBy, person] } } })
    })
    if (!done.ok && stopsAll(done.error)) return err(done.error)
  }
  return ok(undefined)
}

const workOf = async (author: string, articles: Pick<ArticleStore, 'entries'>): Promise<IndexEntry[]> =>
  (await articles.entries()).filter((entry) => entry.authors.includes(author))

/** Lists show an article's authors by name, and a new name may reopen what was approved. */
async function describeWorkOf(room: Room, author: string): Promise<void> {
  const { articles } = room.library
  await articles.describeAgain((await workOf(author, articles)).map(({ id }) => id))
}
