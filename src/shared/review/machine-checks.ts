import type { Article } from '../article/article'
import { linkQuestion, linkRemarks } from '../checking/link-remarks'
import { linksIn } from '../checking/links'
import { articlePath } from '../site/paths'
import { zonedWords } from '../site/zoned-time'
import {
  emptyFields,
  outsideLimits,
  placeholdersLeft,
  typeOf,
  withoutAlt,
  type Shortcoming,
} from '../workflow/readiness'
import {
  holds,
  machineCheckNames,
  machineCheckTitles,
  mayBeWaived,
  type MachineCheckName,
} from './machine-check-names'
import { altHints, creditHints, creditProblems } from './machine-checks/pictures'
import type { CheckSurroundings } from './machine-checks/surroundings'
import { blockedWords, styleProblems } from './machine-checks/wording'

/** What Galley found by itself in one respect. */
export interface MachineCheck {
  name: MachineCheckName
  title: string
  outcome: 'passed' | 'failed'
  /** A sentence for each thing that is wrong, or, of a check that passed, worth a look. */
  found: Shortcoming[]
  /** Whether it holds an approval back while it fails. */
  holds: boolean
  mayBeWaived: boolean
}

/** Nobody reads more of one check at a time. */
const mostFound = 50

type Look = (article: Article, around: CheckSurroundings) => Shortcoming[]

/** What fails a check, by its name. */
const problemsOf: Record<MachineCheckName, Look> = {
  'required-fields': ({ content }, { articleTypes }) => emptyFields(content, typeOf(content, articleTypes)),
  'alt-text': ({ content }) => withoutAlt(content),
  limits: ({ content }, { articleTypes }) => outsideLimits(content, typeOf(content, articleTypes)),
  placeholders: ({ content }) => placeholdersLeft(content),
  'credit-and-licence': ({ content }, around) => creditProblems(content, around),
  links: brokenLinks,
  'slug-unique': takenSlug,
  embargo: publishedTooEarly,
  'blocked-words': ({ content }, around) => blockedWords(content, around),
  'blocking-comments': (article) => blockingComments(article),
  'house-style': ({ content }, around) => styleProblems(content, around),
}

/** What is worth a look in a check that passed. */
const hintsOf: Partial<Record<MachineCheckName, Look>> = {
  'alt-text': ({ content }, around) => altHints(content, around),
  'credit-and-licence': ({ content }, around) => creditHints(content, around),
  embargo: ({ content: { embargo } }, { today, site }) =>
    embargo !== null && embargo.slice(0, 10) >= today
      ? [{ sentence: `It is not exported before ${zonedWords(embargo, site.timeZone)}.`, places: [] }]
      : [],
}

/** Everything that is looked at by machine, as it stands for an article now. Pure. */
export function machineChecks(article: Article, around: CheckSurroundings): MachineCheck[] {
  const type = typeOf(article.content, around.articleTypes)
  return machineCheckNames.map((name) => {
    const problems = problemsOf[name](article, around)
    const found = problems.length > 0 ? problems : (hintsOf[name]?.(article, around) ?? [])
    return {
      name,
      title: machineCheckTitles[name],
      outcome: problems.length > 0 ? 'failed' : 'passed',
      found: found.slice(0, mostFound),
      // Lengths of a type that is not strict are advice, whatever else holds.
      holds: holds(name, type) && (name !== 'limits' || type.strict),
      mayBeWaived: mayBeWaived(name),
    }
  })
}

function brokenLinks({ id, content }: Article, { site, targets }: CheckSurroundings): Shortcoming[] {
  const links = linksIn(content.body)
  const path = articlePath(id, content, site)
  return linkRemarks(links, site, path, targets(linkQuestion(links, site, path)))
}

function takenSlug({ id, content: { slug } }: Article, { slugTakenBy }: CheckSurroundings): Shortcoming[] {
  const holder = slug.text === '' ? null : slugTakenBy(slug.text, id)
  if (holder === null) return []
  return [
    {
      sentence: `“${holder}” has the slug “${slug.text}” too; change one of them.`,
      places: [{ in: 'field', field: 'slug' }],
    },
  ]
}

function publishedTooEarly(
  { content: { embargo, publishTime } }: Article,
  { site }: CheckSurroundings,
): Shortcoming[] {
  if (embargo === null || publishTime.kind !== 'at' || Date.parse(publishTime.at) >= Date.parse(embargo))
    return []
  const ends = zonedWords(embargo, site.timeZone)
  return [{ sentence: `The page would print a publish time before its embargo ends: ${ends}.`, places: [] }]
}

/** Open threads that somebody marked as blocking, a sentence each. */
export const blockingComments = ({ review }: Pick<Article, 'review'>): Shortcoming[] =>
  review.threads
    .filter(({ blocking, resolved }) => blocking && resolved === null)
    .map(({ anchor, comments }) => ({
      sentence: `A blocking comment is not resolved: “${excerpt(comments[0]?.text ?? '')}”.`,
      places: anchor.place ? [anchor.place] : [],
    }))

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line
}
