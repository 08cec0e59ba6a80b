import type { Author } from '../../shared/article/author'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { newAuthor } from './authors'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** Author ids for names as a person wrote them, each once; names that nobody has yet become byline profiles. */
export async function authorsCalled(
  room: Room,
  person: Person,
  names: readonly string[],
): Promise<Result<string[], WriteError | ErrorWith<'not-allowed'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'name the authors of an article')
  if (!allowed.ok) return allowed
  const ids = await findOrMakeAuthors(room, names)
  return ids.ok ? ok([...new Set(ids.value)]) : ids
}

/** Author ids for printed names or ids, in their order; names that nobody has yet become byline profiles. */
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
  names.flatMap(
    (name) => authors.find(({ id, name: known }) => id === name || plain(known) === plain(name))?.id ?? [],
  )

/** A name as two spellings of it are compared: case and spacing make no other person. */
const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
