import { readStyleFile, ruleFaults, writeStyleFile } from '../../shared/checking/read-style-file'
import { shippedFileName, shippedStyle } from '../../shared/checking/shipped-style'
import { styleFileNameSchema, type StyleFile } from '../../shared/checking/style-rules'
import type { InputOf, NamedStyle, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { noteInLibraryLog } from './library-log'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'

type SaveError = WriteError | ErrorWith<'not-allowed' | 'invalid-input'>

/** Every file of the house style. A library that never saved one has what Galley brings along. */
export async function listStyle({ library }: Room): Promise<Result<OutputOf<'style.list'>, never>> {
  const stored = await library.style.files()
  const files: NamedStyle[] = []
  const damaged: OutputOf<'style.list'>['damaged'] = []
  for (const { file, text } of stored) {
    const name = styleFileNameSchema.safeParse(file)
    const read = name.success
      ? readStyleFile(text)
      : err(['its name must be small letters, digits and hyphens'])
    if (read.ok) files.push({ file, ...read.value })
    else damaged.push({ file, reasons: read.error })
  }
  if (stored.length === 0) files.push({ file: shippedFileName, ...shippedStyle })
  return ok({ files, damaged })
}

/** Saves the rules of one file as its next version; the versions before stay. */
export async function saveStyle(
  room: Room,
  person: Person,
  { file, basedOn, rules }: InputOf<'style.save'>,
): Promise<Result<NamedStyle, SaveError>> {
  const allowed = mayDo(person, ['chief'], 'change the house style')
  if (!allowed.ok) return allowed
  const faults = ruleFaults(rules)
  if (faults.length > 0) return err({ code: 'invalid-input', issues: faults })
  const next: StyleFile = { version: basedOn + 1, saved: moment(room), by: person.name, rules }

  const changed = await room.library.style.change(file, (text) => {
    const now = text === null ? ok({ version: 0 }) : readStyleFile(text)
    if (!now.ok) return refused(`${file}.yaml is damaged (${now.error[0]}); mend or remove it first`)
    if (now.value.version !== basedOn)
      return refused('somebody else saved the house style meanwhile; look at theirs, then change it again')
    return ok({ text: writeStyleFile(next), keptAs: basedOn })
  })
  if (!changed.ok) return changed
  const deed = { action: 'save style', subject: file, from: String(basedOn), to: String(next.version) }
  const noted = await noteInLibraryLog(room, person, deed)
  if (!noted.ok) return noted
  room.announce('language.changed', { what: 'style' })
  return ok({ file, ...next })
}

const refused = (issue: string): Result<never, ErrorWith<'invalid-input'>> =>
  err({ code: 'invalid-input', issues: [issue] })

/** The versions of a file before the present one, newest first; what Galley brings along is the first of the house's. */
export async function listStyleVersions(
  { library }: Room,
  _reader: Person | null,
  { file }: InputOf<'style.versions'>,
): Promise<Result<StyleFile[], never>> {
  const texts = await library.style.history(file)
  const versions = texts.map(readStyleFile).flatMap((read) => (read.ok ? [read.value] : []))
  const shipped =
    file === shippedFileName && !versions.some(({ version }) => version === 0) ? [shippedStyle] : []
  return ok([...versions, ...shipped].sort((one, other) => other.version - one.version))
}
