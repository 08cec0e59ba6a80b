import type { Article } from '../../shared/article/article'
import { sealedNow, shownState } from '../../shared/workflow/decide'
import type { LogEntry } from '../../shared/workflow/log'
import type { NameBook } from './names'

/** What is done with remarks, and what the log says of it. Rows name remarks by their ids and never hold their words. */
const deeds = {
  comment: 'commented on',
  reply: 'replied to a comment on',
  'change comment': 'changed a comment of theirs on',
  'remove comment': 'removed a comment of theirs on',
  resolve: 'resolved a comment on',
  'open again': 'opened a comment again on',
  'hold back': 'let a comment hold back',
  'let go': 'let a comment no longer hold back',
  suggest: 'suggested a change to',
  'withdraw suggestion': 'took back a suggestion for',
  'accept suggestion': 'accepted a suggestion',
  'refuse suggestion': 'refused a suggestion',
  'reopen suggestion': 'opened a suggestion again',
  source: 'noted a source for',
  'change source': 'changed a source of',
  'check source': 'compared a source with',
  'open source': 'no longer vouched for a source of',
  'remove source': 'removed a source of',
  'put back source': 'put back a source of',
} as const
type RemarkDeed = keyof typeof deeds

/** What is done, with which remarks, and whose they are where that is somebody else. */
export interface RemarkDone {
  deed: RemarkDeed
  remarks: readonly string[]
  of?: readonly string[]
}

/** The row that something done with remarks leaves behind. */
export function remarkRow(
  { deed, remarks, of = [] }: RemarkDone,
  after: Article,
  person: string,
  { now, authorNames }: { now: string; authorNames: readonly string[] },
): LogEntry {
  const state = shownState(after, authorNames)
  const owners = of.length > 0 ? ` of ${[...new Set(of)].join()}` : ''
  return {
    at: now,
    by: person,
    action: `${deed} ${remarks.join()}${owners}`,
    from: state,
    to: state,
    revision: after.revision,
    content: sealedNow(after, authorNames).hash,
    note: '',
  }
}

const written = /^([a-z ]+?) [0-9A-Z,]+(?: of ([0-9A-Z,]+))?$/

/** What a row says was done with remarks, to be followed by the article; null for any other row. */
export function remarkWords(action: string, { person }: Pick<NameBook, 'person'>): string | null {
  const [, deed = '', owners] = written.exec(action) ?? []
  if (!Object.hasOwn(deeds, deed)) return null
  const words = deeds[deed as RemarkDeed]
  return owners === undefined ? words : `${words} of ${owners.split(',').map(person).join(' and ')} for`
}
