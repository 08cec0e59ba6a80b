import type { Author } from '../../shared/article/author'
import { ok, type Result } from '../../shared/kernel/result'
import { newAuthor } from './authors'
import type { WriteError } from './ports'
import type { Room } from './room'

/** Author ids for printed names, in their order; names that nobody has yet become byline profiles. */
export async function findOrMakeAuthors(
  room: Room,
  names: readonly string[],
): Promise<Result<string[], WriteError>> {
  const { authors } = room.library
  const wanted = names.map((name) => name.trim()).filter(Boolean)
  const known = idsOf(wanted, authors.read())
  if (known.length === wanted.length) return ok(known)

  const made = await authors.change<string[], never>((now) => {
    const next = [...now]
    for (const name of wanted) {
      if (idsOf([name], next).length === 0)
        next.push(newAuthor({ name, avatar: null, biography: '' }, room.newId(), next))
    }
    return ok({ next, value: idsOf(wanted, next) })
  })
  if (made.ok) room.announce('library.changed', { what: 'authors' })
  return made
}

const idsOf = (names: readonly string[], authors: readonly Author[]): string[] =>
  names.flatMap((name) => authors.find((author) => plain(author.name) === plain(name))?.id ?? [])

/** A name as two spellings of it are compared: case and spacing make no other person. */
const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
