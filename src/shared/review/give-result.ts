import type { Article } from '../article/article'
import type { ErrorWith } from '../kernel/app-error'
import { err, ok, type Result } from '../kernel/result'
import { hasRole, type Person } from '../workflow/people'
import type { ListedCheck } from './checklist'
import type { CheckResult } from './remarks'

/** What somebody says of a check; `open` takes back what was said. */
export interface GivenResult {
  check: string
  outcome: CheckResult['outcome'] | 'open'
  note: string
}

interface Giving {
  person: Pick<Person, 'id' | 'role'>
  /** UTC, ISO 8601. */
  now: string
  /** Of the sealed content it is given for. */
  hash: string
  /** The article’s checks as they stand. */
  checks: readonly ListedCheck[]
}

type Refusal = ErrorWith<'not-allowed' | 'invalid-input'>

/** The article with a result given, or why not. A result takes the place of what was said of the check before. */
export function giveResult(
  article: Article,
  { check, outcome, note }: GivenResult,
  { person, now, hash, checks }: Giving,
): Result<{ article: Article; listed: ListedCheck }, Refusal> {
  const listed = checks.find((one) => one.check === check)
  if (!listed) return invalid('This article’s type has no such check (any more)')
  const refusal = refusalOf(listed, { outcome, note }, person)
  if (refusal) return refusal
  const others = article.review.checks.filter((one) => one.check !== check)
  const given = { check, note: note.trim(), by: person.id, at: now, content: hash }
  const next = outcome === 'open' ? others : [...others, { ...given, outcome }]
  return ok({ article: { ...article, review: { ...article.review, checks: next } }, listed })
}

function refusalOf(
  { kind, title, mayBeWaived, result }: ListedCheck,
  { outcome, note }: Omit<GivenResult, 'check'>,
  person: Pick<Person, 'id' | 'role'>,
): Result<never, Refusal> | null {
  if (!hasRole(person, ['editor', 'chief']))
    return notAllowed('set checks', 'editors and desk chiefs do that.')
  const isChief = hasRole(person, ['chief'])
  if (outcome === 'waived' || kind === 'machine') {
    if (!mayBeWaived) return invalid(`“${title}” cannot be waived: it has to be mended in the article`)
    if (kind === 'machine' && (outcome === 'passed' || outcome === 'failed'))
      return invalid(
        `Galley looks at “${title}” by itself: it can be waived, and not passed or failed by hand`,
      )
    if (!isChief) return notAllowed('waive checks', 'a desk chief does that.')
    if (outcome === 'waived' && note.trim() === '')
      return invalid(`“${title}” is waived only with a reason: say why in the note`)
  }
  return !isChief && result !== null && result.by !== person.id
    ? notAllowed('change this result', 'somebody else gave it; they or a desk chief can change it.')
    : null
}

const invalid = (issue: string): Result<never, Refusal> => err({ code: 'invalid-input', issues: [issue] })
const notAllowed = (action: string, reason: string): Result<never, Refusal> =>
  err({ code: 'not-allowed', action, reason })
