import type { Article } from '../../shared/article/article'
import type { HistoryRow } from '../../shared/contract'
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
import type { NameBook } from './names'

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
    note,
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

const flagWord = (flag: Flag): string => (typeof flag === 'object' ? 'done' : flag)

/** A log as people read it: names for ids, words for actions and states. */
export function historyWords(rows: readonly LogRow[], book: Pick<NameBook, 'person'>): HistoryRow[] {
  return rows.map(({ sequence, at, by, action, from, to, revision, note }) => ({
    sequence,
    at,
    by: book.person(by),
    action: actionWords(action),
    from: stateWords(from),
    to: stateWords(to),
    revision,
    note,
  }))
}

const firstActions: Record<string, string> = { create: 'created', import: 'imported' }

function actionWords(action: string): string {
  if (Object.hasOwn(moves, action)) return moves[action as MoveName].done
  const flag = action.replace(/^flag /, '')
  if (Object.hasOwn(flagNames, flag)) return `set ${flagNames[flag as FlagName]} of`
  return firstActions[action] ?? action
}

const flagWords = { 'not-needed': 'Not needed', required: 'Required', done: 'Done' }
const everyState: Record<string, string> = { ...stateNames, ...publicStateNames, ...flagWords }

const stateWords = (state: string): string => everyState[state] ?? state
