import type { InputOf, OutputOf, RecordRow, Verdict } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import { recordCsv } from '../../shared/record/record-csv'
import { recordPage } from '../../shared/record/record-page'
import { rowsWanted } from '../../shared/record/record-wanted'
import type { LibraryRow } from '../../shared/workflow/log'
import type { Person } from '../../shared/workflow/people'
import { signatureOf, verifierOf } from './approvals'
import { historyWords } from './log-rows'
import { nameBook } from './names'
import type { ReadError } from './ports'
import type { SiteWriter } from './publishing-ports'
import { moment, type Room } from './room'

type Missing = ReadError | ErrorWith<'not-found'>

/** The record of an article, or of people and settings, in words, oldest first. */
export async function readRecord(
  room: Room,
  _reader: Person | null,
  { id, wanted = {} }: InputOf<'record.read'>,
): Promise<Result<RecordRow[], Missing>> {
  const { library } = room
  if (id === null) {
    const log = await library.log.rows()
    return log.ok ? ok(rowsWanted(libraryWords(room, log.value), wanted)) : log
  }
  const log = await library.articles.log(id)
  if (!log.ok) return log
  const words = historyWords(log.value, nameBook(library), verifierOf(room))
  const rows = words.map((row, index) => ({ ...row, subject: '', hash: log.value[index]?.hash ?? '' }))
  return ok(rowsWanted(rows, wanted))
}

/** Saves a record as one file, anywhere but in the library. */
export async function saveRecord(
  room: Room,
  writer: Pick<SiteWriter, 'writeOne'>,
  { id, wanted, form, file }: InputOf<'record.export'>,
): Promise<Result<OutputOf<'record.export'>, Missing | ErrorWith<'export-failed'>>> {
  const rows = await readRecord(room, null, { id, wanted })
  if (!rows.ok) return rows
  const { library } = room
  const title = id === null ? 'Record of people and settings' : `Record of “${await headlineOf(room, id)}”`
  const text =
    form === 'csv'
      ? recordCsv(rows.value)
      : recordPage(rows.value, { title, library: library.name, madeAt: moment(room) })
  return writer.writeOne(file, text, library)
}

/** Looks over the whole library that is open. */
export const verifyOpenLibrary = ({ library, announce }: Room): Promise<Result<Verdict, ReadError>> =>
  library.verify((done, total) => {
    if (done % 25 === 0 || done === total) announce('verify.progress', { done, total })
  })

async function headlineOf({ library }: Room, id: string): Promise<string> {
  const found = await library.articles.find(id)
  return (found.ok && found.value.content.headline) || 'Untitled'
}

function libraryWords(room: Room, rows: readonly LibraryRow[]): RecordRow[] {
  const book = nameBook(room.library)
  const verifier = verifierOf(room)
  return rows.map((row) => {
    const { sequence, at, by, action, subject, from, to, note, hash } = row
    return {
      ...{ sequence, at, from, to, note, hash },
      by: by === '' ? 'Galley' : book.person(by),
      action: actionWords[action] ?? action,
      subject: book.person(subject) || subject,
      revision: null,
      signature: signatureOf(row, verifier),
    }
  })
}

const actionWords: Record<string, string> = {
  begin: 'began the record',
  'found changed': 'found changed by something else',
  upgrade: 'brought to a newer format',
  'add person': 'added',
  'change person': 'changed',
  'rename person': 'renamed',
  'disable person': 'disabled',
  'enable person': 'enabled',
  'change passphrase': 'changed the passphrase of',
  'reset passphrase': 'reset the passphrase of',
  'make key': 'made a key for',
  'change settings': 'changed the settings',
  'arrange front': 'arranged the front page',
  'save style': 'saved the house style',
  'change dictionary': 'changed the house dictionary',
  'add author': 'added the author',
  'change author': 'changed the author',
  'add schedule': 'signed the schedule',
  'remove schedule': 'took off the schedule',
  'scheduled export': 'exported the site',
  'scheduled export failed': 'could not export the site',
}
