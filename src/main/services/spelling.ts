import { writeHouseWords, readHouseWords } from '../../shared/checking/house-dictionary'
import type { DictionaryText } from '../../shared/checking/speller'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { noteInLibraryLog } from './library-log'
import type { ReadError, WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** Which dictionaries the library brings along, and the words of the house. */
export async function listDictionaries({
  library,
}: Room): Promise<Result<OutputOf<'dictionary.list'>, never>> {
  const [languages, words] = await Promise.all([
    library.dictionaries.languages(),
    library.dictionaries.houseWords(),
  ])
  return ok({ languages, words })
}

/** The library's dictionary of a language, or null. */
export const readDictionary = (
  { library }: Room,
  _reader: Person | null,
  { language }: InputOf<'dictionary.read'>,
): Promise<Result<DictionaryText | null, ReadError>> => library.dictionaries.read(language)

/** Changes the house dictionary: who writes may add a word, a desk chief may take words out too. */
export async function changeHouseDictionary(
  room: Room,
  person: Person,
  { add, remove }: InputOf<'dictionary.change'>,
): Promise<Result<string[], WriteError | ErrorWith<'not-allowed'>>> {
  const allowed =
    remove.length > 0
      ? mayDo(person, ['chief'], 'take words out of the house dictionary')
      : mayDo(person, ['editor', 'chief'], 'add words to the house dictionary')
  if (!allowed.ok) return allowed
  const gone = new Set(remove)
  const changed = await room.library.dictionaries.changeHouseWords((words) =>
    readHouseWords(writeHouseWords([...words.filter((word) => !gone.has(word)), ...add])),
  )
  if (!changed.ok) return changed
  const deed = { action: 'change dictionary', from: remove.join(', '), to: add.join(', ') }
  const noted = await noteInLibraryLog(room, person, deed)
  if (!noted.ok) return noted
  room.announce('language.changed', { what: 'dictionary' })
  return changed
}
