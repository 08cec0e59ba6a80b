import type { CheckRow } from '../../../../shared/contract'
import { err, ok, type Result } from '../../../../shared/kernel/result'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import { reasonOf, refused, wrongUsage, type Done, type Refusal } from '../outcome'
import { cut, table } from '../table'

const outcomes = { pass: 'passed', fail: 'failed', waive: 'waived', open: 'open' } as const
type Written = keyof typeof outcomes

/** What a command line says of a check. */
interface Said {
  name: string
  outcome: Written
}

/** Reads `NAME=pass` and its like, before a library is opened. A check’s words may hold equals signs: the last one counts. */
export function readChecks(texts: readonly string[]): Result<Said[], Refusal> {
  const said: Said[] = []
  for (const text of texts) {
    const at = text.lastIndexOf('=')
    const outcome = Object.keys(outcomes).find((one) => one === text.slice(at + 1)) as Written | undefined
    if (at < 1 || outcome === undefined)
      return wrongUsage(`“${text}” is not of the form NAME=pass, NAME=fail, NAME=waive or NAME=open.`)
    said.push({ name: text.slice(0, at), outcome })
  }
  return ok(said)
}

/** `galley check`: lists the checks of an article, after saying what some of them came to. */
export async function check(
  newsroom: Newsroom,
  written: string,
  said: readonly Said[],
  note: string,
): Promise<Done> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const listed = await newsroom.ask('checklist.list', { id: id.value })
  if (!listed.ok) return listed
  const named = namedAmong(listed.value, said)
  if (!named.ok) return named
  // Asked before anything is set, so that nothing is set by halves.
  if (note.trim() === '' && said.some(({ outcome }) => outcome === 'waive'))
    return refused('A waiver needs a reason: say why with --note TEXT.')

  let checks = listed.value
  const refusals: string[] = []
  for (const { row, outcome } of named.value) {
    const given = { id: id.value, check: row.check, outcome: outcomes[outcome], note }
    const set = await newsroom.ask('checklist.set', given)
    if (set.ok) checks = set.value
    else refusals.push(`${row.name}: ${reasonOf(set.error)}`)
  }
  return ok({ json: checks.map(told), text: checkTable(checks), refused: refusals })
}

/** The checks that are meant: by name, by their words, or those by people by their number. */
function namedAmong(
  rows: readonly CheckRow[],
  said: readonly Said[],
): Result<{ row: CheckRow; outcome: Written }[], Refusal> {
  const people = rows.filter(({ kind }) => kind === 'human')
  const found: { row: CheckRow; outcome: Written }[] = []
  for (const { name, outcome } of said) {
    const plain = name.trim().toLowerCase()
    const row =
      rows.find((one) => one.name === plain || one.title.toLowerCase() === plain) ??
      (/^\d+$/.test(plain) ? people[Number(plain) - 1] : undefined)
    if (!row) return err(unknown(name, rows))
    if (found.some((one) => one.row === row)) return wrongUsage(`${row.name} is given twice.`)
    found.push({ row, outcome })
  }
  return ok(found)
}

const unknown = (name: string, rows: readonly CheckRow[]): Refusal => ({
  kind: 'usage',
  reason: `There is no check “${name}” for this article. Known: ${rows.map((row) => row.name).join(', ')}.`,
})

const told = ({ name, title, kind, outcome, holds, given, found }: CheckRow) => ({
  check: name,
  title,
  kind,
  outcome,
  holds,
  note: given?.note ?? '',
  by: given?.by ?? null,
  at: given?.at ?? null,
  sentences: found.map(({ sentence }) => sentence),
})

const checkTable = (rows: readonly CheckRow[]): string =>
  table(
    ['check', 'outcome', 'holds', 'by', 'what'],
    rows.map(({ name, kind, title, outcome, holds, given, earlier, found }) => [
      name,
      outcome,
      holds ? 'yes' : '',
      given?.by ?? '',
      cut(
        [
          ...(kind === 'human' ? [title] : []),
          ...(given?.note ? [given.note] : []),
          ...(earlier ? [`(${earlier.outcome} by ${earlier.by} for an earlier text)`] : []),
          ...found.map(({ sentence }) => sentence),
        ].join(' '),
        100,
      ),
    ]),
  )
