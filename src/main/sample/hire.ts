import type { AppError } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { saveAuthor } from '../services/authors'
import { addPicture } from '../services/media'
import { addPerson, changePerson } from '../services/people'
import type { Room } from '../services/room'
import { createSessions, signIn } from '../services/sessions'
import { bylines, people, type PersonName } from './newsroom'
import { samplePicture } from './sample-files'

/** The sample's people as the library knows them. */
export type Staff = (name: PersonName) => Person

/** Adds the people, and has the admin write their bylines. */
export async function hireEveryone(room: Room): Promise<Result<Staff, AppError>> {
  const ids = new Map<string, string>()
  const sessions = createSessions()
  const staff: Staff = (name) => {
    const person = room.library.people.read().find(({ id }) => id === ids.get(name))
    if (!person) throw new Error(`Nobody hired ${name}`)
    return person
  }
  for (const [name, wanted] of Object.entries(people)) {
    const added = await addPerson(room, ids.size === 0 ? null : staff('imogen'), wanted)
    if (!added.ok) return added
    const { id } = added.value
    ids.set(name, id)
    // They stay signed in for as long as the sample is made, each with their own key.
    const session = sessions.open(() => undefined, false)
    const entered = await signIn(room, session, { person: id, passphrase: wanted.passphrase ?? '' })
    if (!entered.ok) return entered
  }
  for (const { name, biography, avatar, person, links = [] } of bylines) {
    const picture = await addAvatar(room, staff('imogen'), avatar)
    if (!picture.ok) return picture
    const saved = await saveAuthor(room, staff('imogen'), {
      id: null,
      name,
      biography,
      avatar: picture.value,
      links,
    })
    if (!saved.ok) return saved
    if (person === null) continue
    const { id, role, disabled, name: personName } = staff(person)
    const author = saved.value.id
    const linked = await changePerson(room, staff('imogen'), { id, role, disabled, author, name: personName })
    if (!linked.ok) return linked
  }
  return ok(staff)
}

async function addAvatar(
  room: Room,
  person: Person,
  drawing: string | null,
): Promise<Result<string | null, AppError>> {
  if (drawing === null) return ok(null)
  const added = await addPicture(room, person, {
    name: `${drawing}.jpg`,
    bytes: await samplePicture(drawing),
  })
  return added.ok ? ok(added.value.hash) : added
}
