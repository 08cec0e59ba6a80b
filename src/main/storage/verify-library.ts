import { libraryRowSchema, type LibraryRow } from '../../shared/workflow/log'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import type { Layout } from './layout'
import { foundChanged } from './library-log'
import { join } from 'node:path'
import {
  libraryShape,
  logHeadShape,
  peopleShape,
  pendingLibraryShape,
  type LibraryFile,
  type PendingLibrary,
} from './shapes'
import { checkFile, type CheckedFile } from './verify-bytes'
import { checkLog, readable } from './verify-log'
import { libraryRowProblem, type Witnesses } from './verify-signatures'
import type { Head } from './verify-receipts'
import type { Keys } from '../services/ports'

/** People, settings and the log of both, as they were found. */
export interface CheckedLibrary {
  witnesses: Witnesses
  rows: LibraryRow[]
  /** A sentence each, beginning with the file. */
  problems: string[]
}

/** Looks at `people.json`, `library.json` and `library.log.jsonl`, and at whether they vouch for each other. */
export async function checkLibrary(
  layout: Layout,
  context: StorageContext,
  hasSigned: Keys['hasSigned'],
): Promise<CheckedLibrary> {
  const people = await checkFile(layout.people, peopleShape, context)
  const library = await checkFile(layout.library, libraryShape, context, {
    inOrder: ({ recordedSince }) => recordedSince !== undefined,
  })
  const recordedSince = library.value?.recordedSince ?? null
  const log = await checkLog(layout.libraryLog, libraryRowSchema)
  const rows = readable(log.rows)
  const witnesses: Witnesses = {
    people: new Map(people.value?.people.map((person) => [person.id, person])),
    hasSigned,
    rolesSince: recordedSince,
  }
  // A library of an earlier version has no log, and one that cannot be read does not say whether it has.
  const hasLog = rows.length > 0 || (library.value !== null && recordedSince !== null)
  const last = rows.at(-1)
  const at = last ? ` (at row ${last.sequence} of library.log.jsonl)` : ''
  const onItsWay = await changeOnItsWay(last, layout, context)
  const unvouched = last ? unvouchedFiles(last, { people, library }, onItsWay) : []
  const inFile = (name: string, words: readonly string[]): string[] =>
    (words.length === 0 && unvouched.includes(name) ? [notVouched] : words).map(
      (one) => `${name}${at}: ${one}`,
    )
  const inLog = hasLog ? [...log.problems, ...rows.flatMap((row) => rowWords(row, witnesses))] : []
  if (library.value && rows[0] && rows[0].at !== recordedSince)
    inLog.push('row 1 is not the one that it began with.')
  return {
    witnesses,
    rows,
    problems: [
      ...inFile('library.json', library.problems),
      ...inFile('people.json', people.problems),
      ...inLog.map((words) => `library.log.jsonl: ${words}`),
      ...(hasLog ? await checkHead(last, layout, context, onItsWay) : []),
    ],
  }
}

/** Rows that receipts vouch for and the library's log does not hold. */
export const lostHeads = (rows: readonly LibraryRow[], heads: readonly Head[]): string[] =>
  heads
    .filter(({ hash }) => !rows.some((row) => row.hash === hash))
    .map(
      ({ receipt }) => `library.log.jsonl: it was written anew: a row that ${receipt} vouches for is gone.`,
    )

const notVouched = 'it is not what the last row of library.log.jsonl vouches for.'

function rowWords(row: LibraryRow, witnesses: Witnesses): string[] {
  const problem = libraryRowProblem(row, witnesses)
  const changed = row.action === foundChanged
  return [
    ...(problem === null ? [] : [`row ${row.sequence} ${problem}.`]),
    ...(changed
      ? [`row ${row.sequence} tells that ${row.subject} was changed by something other than Galley.`]
      : []),
  ]
}

/** The change whose row is the last one, where a kill interrupted it or where it is being made now. */
async function changeOnItsWay(
  last: LibraryRow | undefined,
  layout: Layout,
  context: StorageContext,
): Promise<PendingLibrary | null> {
  const path = join(layout.pending, 'library.json')
  const pending = await new DurableJsonFile(path, pendingLibraryShape, context).load()
  return pending.ok && pending.value.row.hash === last?.hash ? pending.value : null
}

/** Files that the last row does not vouch for. A change writes its row before it writes its file. */
function unvouchedFiles(
  last: LibraryRow,
  { people, library }: { people: CheckedFile<object>; library: CheckedFile<LibraryFile> },
  onItsWay: PendingLibrary | null,
): string[] {
  const isVouched = (of: 'people' | 'library', hash: string, told: string): boolean =>
    hash === told || (onItsWay?.file?.of === of && onItsWay.file.replaces === hash)
  return [
    ...(isVouched('people', people.hash, last.people) ? [] : ['people.json']),
    ...(isVouched('library', library.hash, last.settings) ? [] : ['library.json']),
  ]
}

async function checkHead(
  last: LibraryRow | undefined,
  layout: Layout,
  context: StorageContext,
  onItsWay: PendingLibrary | null,
): Promise<string[]> {
  const { value, problems } = await checkFile(layout.libraryHead, logHeadShape, context)
  const at = last?.sequence ?? 0
  const inFile = (words: string): string => `library.head.json (at row ${at} of library.log.jsonl): ${words}`
  if (!value) return onItsWay ? [] : problems.map(inFile)
  if (value.hash === last?.hash && value.sequence === at) return problems.map(inFile)
  if (onItsWay && value.hash === last?.previous) return problems.map(inFile)
  return value.sequence > at
    ? [`library.log.jsonl: it is cut: it ended at row ${value.sequence}, and now at row ${at}.`]
    : [inFile('it is not where library.log.jsonl ends.')]
}
