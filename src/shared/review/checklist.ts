import type { Article } from '../article/article'
import { slugFrom, uniqueSlug } from '../article/slug'
import { typeOf, type Shortcoming } from '../workflow/readiness'
import { machineChecks } from './machine-checks'
import { machineCheckTitles, type MachineCheckName } from './machine-check-names'
import type { CheckSurroundings } from './machine-checks/surroundings'
import type { CheckResult } from './remarks'

/** One check of an article, by machine or by a person, as it stands for the text as it is now. */
export interface ListedCheck {
  /** As results name it: a machine check’s name, or `human:` and its words. */
  check: string
  /** What it is called where words are too long, such as on a command line: small letters and hyphens. */
  name: string
  title: string
  kind: 'machine' | 'human'
  outcome: 'passed' | 'failed' | 'waived' | 'open'
  /** Whether an approval waits until it is passed or waived. */
  holds: boolean
  mayBeWaived: boolean
  /** What somebody found, for exactly this text; of a machine check, only a waiver. */
  result: CheckResult | null
  /** What somebody found in an earlier text, where nothing is said of this one. */
  earlier: CheckResult | null
  found: Shortcoming[]
}

const human = 'human:'

/** How results name a check by a person. */
const humanCheck = (words: string): string => `${human}${words}`

/** What people call a check that a result names. */
export const titleOf = (check: string): string =>
  check.startsWith(human) ? check.slice(human.length) : (titles[check] ?? check)

const titles: Record<string, string> = machineCheckTitles

/**
 * Every check of an article: those by machine, then those its type asks people for.
 * @param hash of its sealed content as it is now: results given for any other text do not count
 */
export function checklistOf(article: Article, hash: string, around: CheckSurroundings): ListedCheck[] {
  const { checks } = article.review
  const machine = machineChecks(article, around).map(({ name, outcome, ...rest }): ListedCheck => {
    const given = givenFor(checks, name, hash)
    const isWaived = given.result?.outcome === 'waived'
    return { ...rest, ...given, check: name, name, kind: 'machine', outcome: isWaived ? 'waived' : outcome }
  })
  const names = new Set(machine.map(({ name }) => name))
  const people = typeOf(article.content, around.articleTypes).checklist.map((words): ListedCheck => {
    const name = uniqueSlug(slugFrom(words, 'check'), (slug) => names.has(slug))
    names.add(name)
    const check = humanCheck(words)
    const given = givenFor(checks, check, hash)
    const outcome = given.result?.outcome ?? 'open'
    const stands = { kind: 'human', outcome, holds: true, mayBeWaived: true } as const
    return { ...stands, ...given, check, name, title: words, found: [] }
  })
  return [...machine, ...people]
}

function givenFor(
  results: readonly CheckResult[],
  check: string,
  hash: string,
): Pick<ListedCheck, 'result' | 'earlier'> {
  const given = results.find((one) => one.check === check) ?? null
  return given?.content === hash ? { result: given, earlier: null } : { result: null, earlier: given }
}

/** Whether a desk chief let exactly this text pass in one respect. */
export const isWaived = (
  { review }: Pick<Article, 'review'>,
  check: MachineCheckName,
  hash: string,
): boolean => givenFor(review.checks, check, hash).result?.outcome === 'waived'

/** These say by themselves what to do; the desk has always refused with just these words. */
const plain: readonly string[] = [
  'required-fields',
  'alt-text',
  'limits',
  'placeholders',
  'slug-unique',
  'blocking-comments',
]

/** More of one check is read in the list of checks. */
const mostInRefusal = 5

/** Why the checks hold an approval back, a sentence each; none when all that hold are passed or waived. */
export const heldBackBy = (checks: readonly ListedCheck[]): string[] =>
  checks
    .filter(({ holds, outcome }) => holds && (outcome === 'failed' || outcome === 'open'))
    .flatMap(({ kind, check, title, outcome, result, found }) => {
      const sentences = found.map(({ sentence }) => sentence)
      if (kind === 'machine')
        return plain.includes(check)
          ? sentences
          : [
              ...sentences.slice(0, mostInRefusal),
              `Mend it in the article, or waive the check “${title}” with a reason.`,
            ]
      if (outcome === 'open')
        return [`“${title}” is not checked yet: pass it in the checks, or waive it with a reason.`]
      const because = result?.note ? `: ${result.note.replace(/[.\s]*$/, '')}` : ''
      return [`“${title}” failed${because}. Mend the article and pass it, or waive it with a reason.`]
    })

/** The results that count for a text: what a receipt says was passed or waived. */
export const resultsFor = ({ review }: Pick<Article, 'review'>, hash: string): CheckResult[] =>
  review.checks.filter(({ content }) => content === hash)

/** Results given for one text, now for another: an approval fills in the date of the very text they were given for. */
export const carriedTo = (checks: readonly CheckResult[], from: string, to: string): CheckResult[] =>
  checks.map((one) => (one.content === from ? { ...one, content: to } : one))
