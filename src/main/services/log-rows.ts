import type { Article } from '../../shared/article/article'
import type { KeepReason } from '../../shared/article/revision'
import type { HistoryRow } from '../../shared/contract'
import { titleOf } from '../../shared/review/checklist'
import { sealedNow, shownState } from '../../shared/workflow/decide'
import type { LogEntry, LogRow } from '../../shared/workflow/log'
import { moves, type MoveName } from '../../shared/workflow/moves'
import {
  flagNames,
  publicStateNames,
  stateNames,
  type Flag,
  type FlagName,
} from '../../shared/workflow/states'
import { signatureOf, type Verifier } from './approvals'
import type { NameBook } from './names'
import { remarkWords } from './remark-rows'

/** The row that a move leaves behind. A move of what readers see names public states, any other working states. */
export function moveRow(
  name: MoveName,
  before: Article,
  after: Article,
  person: string,
  { now, note, authorNames }: { now: string; note: string; authorNames: readonly string[] },
): LogEntry {
  const ofReaders = moves[name].to === 'stays'
  return {
    at: now,
    by: person,
    action: name,
    from: ofReaders ? before.public.state : shownState(before, authorNames),
    to: ofReaders ? after.public.state : shownState(after, authorNames),
    revision: after.revision,
    content: sealedNow(after, authorNames).hash,
    // Of a correction, what readers are told.
    note: name === 'correct' ? (after.public.corrections.at(-1)?.text ?? note) : note,
  }
}

/** The first row of an article's log. */
export const creationRow = (
  action: 'create' | 'import',
  article: Article,
  authorNames: readonly string[],
): LogEntry => ({
  at: article.createdAt,
  by: article.createdBy,
  action,
  from: '',
  to: article.review.state,
  revision: article.revision,
  content: sealedNow(article, authorNames).hash,
  note: '',
})

/** The row that a keep leaves behind when its text was not just typed; its action names the other revision. */
export function keepRow(
  { kind, revision }: KeepReason,
  after: Article,
  { now, authorNames }: { now: string; authorNames: readonly string[] },
): LogEntry {
  const state = shownState(after, authorNames)
  const content = sealedNow(after, authorNames).hash
  const action = `${kind} ${revision}`
  return {
    at: now,
    by: after.updatedBy,
    action,
    from: state,
    to: state,
    revision: after.revision,
    content,
    note: '',
  }
}

/** The row that taking over an article's edit lock leaves behind. */
export function takeOverRow(
  article: Article,
  by: string,
  now: string,
  authorNames: readonly string[],
): LogEntry {
  const state = shownState(article, authorNames)
  const content = sealedNow(article, authorNames).hash
  return {
    at: now,
    by,
    action: 'take over',
    from: state,
    to: state,
    revision: article.revision,
    content,
    note: '',
  }
}

/** The row that a deed of the review queue leaves behind: `from` and `to` are ids of people, or words. */
export function queueRow(
  action: 'claim' | 'hand over' | 'give back' | 'plan',
  after: Article,
  person: string,
  {
    now,
    authorNames,
    ...said
  }: { from: string; to: string; note: string; now: string; authorNames: readonly string[] },
): LogEntry {
  const content = sealedNow(after, authorNames).hash
  return { at: now, by: person, action, revision: after.revision, content, ...said }
}

/** The row that setting a flag leaves behind; its action is `flag` and the flag's name. */
export function flagRow(
  flag: FlagName,
  before: Article,
  after: Article,
  person: string,
  { now, authorNames }: { now: string; authorNames: readonly string[] },
): LogEntry {
  return {
    at: now,
    by: person,
    action: `flag ${flag}`,
    from: flagWord(before.review.flags[flag]),
    to: flagWord(after.review.flags[flag]),
    revision: after.revision,
    content: sealedNow(after, authorNames).hash,
    note: '',
  }
}

/** The row that a check's result leaves behind; its action is `check` and the check as results name it. */
export const checkRow = (
  check: string,
  after: Article,
  person: string,
  { now, ...said }: { from: string; to: string; note: string; content: string; now: string },
): LogEntry => ({ at: now, by: person, action: `check ${check}`, revision: after.revision, ...said })

const flagWord = (flag: Flag): string => (typeof flag === 'object' ? 'done' : flag)

/** A log as people read it: names for ids, words for actions and states. */
export function historyWords(
  rows: readonly LogRow[],
  book: Pick<NameBook, 'person'>,
  verifier: Verifier,
): HistoryRow[] {
  return rows.map((row) => ({
    ...wordsOf(row, book),
    signature: signatureOf(row, verifier),
  }))
}

function wordsOf(
  { sequence, at, by, action, from, to, revision, note }: LogRow,
  book: Pick<NameBook, 'person'>,
): Omit<HistoryRow, 'signature'> {
  return {
    sequence,
    at,
    by: book.person(by),
    action: remarkWords(action, book) ?? actionWords(action),
    from: stateWords(from, book),
    to: stateWords(to, book),
    revision,
    note,
  }
}

const otherActions: Record<string, string> = {
  create: 'created',
  import: 'imported',
  'take over': 'took over the editing of',
  claim: 'took the review of',
  'hand over': 'handed over the review of',
  'give back': 'gave back the review of',
  plan: 'planned',
}

function actionWords(action: string): string {
  if (Object.hasOwn(moves, action)) return moves[action as MoveName].done
  const flag = action.replace(/^flag /, '')
  if (Object.hasOwn(flagNames, flag)) return `set ${flagNames[flag as FlagName]} of`
  if (action.startsWith('check ')) return `set the check “${titleOf(action.slice(6))}” of`
  const kept = /^(restored|merged) (\d+)$/.exec(action)
  if (kept?.[1] === 'restored') return `restored revision ${kept[2]} of`
  if (kept) return `merged their text with revision ${kept[2]} of`
  return otherActions[action] ?? action
}

const flagWords = { 'not-needed': 'Not needed', required: 'Required', done: 'Done' }
const checkWords = { passed: 'Passed', failed: 'Failed', waived: 'Waived', open: 'Open' }
const everyState: Record<string, string> = {
  ...stateNames,
  ...publicStateNames,
  ...flagWords,
  ...checkWords,
}

/** A state, or whoever has the review, in words. */
const stateWords = (what: string, { person }: Pick<NameBook, 'person'>): string =>
  everyState[what] ?? (person(what) || what)
