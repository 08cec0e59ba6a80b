import type { Template } from '../../shared/article/template'
import type { InputOf, OutputOf, TemplateInfo } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { articleTypeFor } from '../../shared/site/article-types'
import type { Person } from '../../shared/workflow/people'
import { nameBook } from './names'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'

type Missing = ErrorWith<'not-found'>
type Refused = ErrorWith<'not-allowed' | 'invalid-input'>

const inOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Every template, by name. */
export async function listTemplates(
  { library }: Room,
  _reader: Person | null,
): Promise<Result<TemplateInfo[], never>> {
  const book = nameBook(library)
  const { articleTypes } = library.settings.read()
  const infos = library.templates.read().map(({ id, name, content, by, at }) => ({
    id,
    name,
    headline: content.headline,
    type: articleTypeFor(content.type, articleTypes).name,
    by: book.person(by),
    at,
  }))
  return ok(infos.sort((a, b) => inOrder.compare(a.name, b.name)))
}

/** A template by its id. */
export function findTemplate({ library }: Pick<Room, 'library'>, id: string): Result<Template, Missing> {
  const found = library.templates.read().find((one) => one.id === id)
  return found ? ok(found) : missing(id)
}

/** Saves a template: a new one, over one that is there, or one that was removed and is put back. */
export async function saveTemplate(
  room: Room,
  person: Person,
  { id, name, content }: InputOf<'template.save'>,
): Promise<Result<OutputOf<'template.save'>, WriteError | Refused>> {
  const template = { id: id ?? room.newId(), name, content, by: person.id, at: moment(room) }
  return change<OutputOf<'template.save'>, ErrorWith<'invalid-input'>>(room, person, (all) => {
    const others = all.filter((one) => one.id !== template.id)
    const before = all.find((one) => one.id === template.id) ?? null
    return nameTaken(others, name) ?? ok({ next: [...others, template], value: { template, before } })
  })
}

/** Gives a template another name. */
export const renameTemplate = (
  room: Room,
  person: Person,
  { id, name }: InputOf<'template.rename'>,
): Promise<Result<Template, WriteError | Refused | Missing>> =>
  change<Template, Missing | ErrorWith<'invalid-input'>>(room, person, (all) => {
    const found = all.find((one) => one.id === id)
    if (!found) return missing(id)
    const renamed = { ...found, name }
    const next = all.map((one) => (one.id === id ? renamed : one))
    return (
      nameTaken(
        all.filter((one) => one.id !== id),
        name,
      ) ?? ok({ next, value: renamed })
    )
  })

/** Removes a template and gives it, so that it can be put back. Articles made from it stay as they are. */
export const removeTemplate = (
  room: Room,
  person: Person,
  { id }: InputOf<'template.remove'>,
): Promise<Result<Template, WriteError | ErrorWith<'not-allowed'> | Missing>> =>
  change<Template, Missing>(room, person, (all) => {
    const found = all.find((one) => one.id === id)
    return found ? ok({ next: all.filter((one) => one.id !== id), value: found }) : missing(id)
  })

async function change<V, E>(
  room: Room,
  person: Person,
  decide: (now: readonly Template[]) => Result<{ next: readonly Template[]; value: V }, E>,
): Promise<Result<V, E | WriteError | ErrorWith<'not-allowed'>>> {
  const allowed = mayDo(person, ['chief'], 'change the templates')
  if (!allowed.ok) return allowed
  const changed = await room.library.templates.change(decide)
  if (changed.ok) room.announce('library.changed', { what: 'templates' })
  return changed
}

/** Names tell templates apart in menus, so no two may look the same there. */
function nameTaken(
  others: readonly Template[],
  name: string,
): Result<never, ErrorWith<'invalid-input'>> | null {
  const found = others.find((one) => inOrder.compare(one.name, name.trim()) === 0)
  return found
    ? err({ code: 'invalid-input', issues: [`Name: there is a template “${found.name}” already`] })
    : null
}

const missing = (id: string): Result<never, Missing> => err({ code: 'not-found', what: 'template', id })
