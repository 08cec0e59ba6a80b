import type { Article } from '../../shared/article/article'
import type { CheckRow, InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { checklistOf, titleOf, type ListedCheck } from '../../shared/review/checklist'
import { giveResult } from '../../shared/review/give-result'
import type { CheckSurroundings } from '../../shared/review/machine-checks/surroundings'
import type { CheckResult } from '../../shared/review/remarks'
import { sealedNow } from '../../shared/workflow/decide'
import type { Person } from '../../shared/workflow/people'
import { surroundingsOf } from './check-surroundings'
import { checkRow } from './log-rows'
import { nameBook, printedNames } from './names'
import type { ReadError, WriteError } from './ports'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'

/** Every check of an article as it is kept now. */
export async function listChecks(
  room: Room,
  _reader: Person | null,
  { id }: InputOf<'checklist.list'>,
): Promise<Result<CheckRow[], ReadError | ErrorWith<'not-found'>>> {
  const found = await room.library.articles.find(id)
  return found.ok ? ok(await rowsOf(room, found.value)) : found
}

/** Says what a check came to, or takes back what was said. It counts for the text as it is now, and leaves a row in the log. */
export async function setCheck(
  room: Room,
  person: Person,
  { id, seen, ...given }: InputOf<'checklist.set'>,
): Promise<Result<CheckRow[], WriteError | ErrorWith<'not-found' | 'not-allowed' | 'invalid-input'>>> {
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const around = await surroundingsOf(room, found.value)
  const now = moment(room)
  const changed = await room.library.articles.change(id, (article) => {
    if (seen !== undefined && seen !== article.revision) {
      const issue = `you looked at revision ${seen}, and ${article.revision} is kept now: look at it first`
      return err({ code: 'invalid-input' as const, issues: [issue] })
    }
    const authorNames = printedNames(room.library.authors.read(), article.content.authors)
    const { hash } = sealedNow(article, authorNames)
    const checks = checklistOf(article, hash, around)
    const next = giveResult(article, given, { person, now, hash, checks })
    if (!next.ok) return next
    const { listed } = next.value
    const said = { from: listed.result?.outcome ?? 'open', to: given.outcome, note: given.note.trim() }
    const entry = checkRow(given.check, next.value.article, person.id, { ...said, now, content: hash })
    return ok({ article: next.value.article, ...signedEntry(room, entry) })
  })
  if (!changed.ok) return changed
  room.announce('article.changed', { id, revision: changed.value.revision })
  return ok(await rowsOf(room, changed.value, around))
}

async function rowsOf(room: Room, article: Article, around?: CheckSurroundings): Promise<CheckRow[]> {
  const authorNames = printedNames(room.library.authors.read(), article.content.authors)
  const { hash } = sealedNow(article, authorNames)
  const { person } = nameBook(room.library)
  const said = (result: CheckResult | null): CheckRow['given'] =>
    result && { outcome: result.outcome, note: result.note, by: person(result.by), at: result.at }
  return checklistOf(article, hash, around ?? (await surroundingsOf(room, article))).map(
    ({ result, earlier, ...row }: ListedCheck) => ({ ...row, given: said(result), earlier: said(earlier) }),
  )
}

/** The note of an approval's row: what the chief wrote, and what was waived with whose reason. */
export function approvalNote(note: string, approved: Article): string {
  const { seal, checks } = approved.review
  const waived = checks
    .filter(({ outcome, content }) => outcome === 'waived' && content === seal?.hash)
    .map(({ check, note: reason }) => `Waived: ${titleOf(check)} (${reason})`)
  return [note, ...waived].filter(Boolean).join('\n')
}
