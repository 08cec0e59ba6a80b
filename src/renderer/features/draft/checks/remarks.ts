import type { Content } from '../../../../shared/article/content'
import { brokenLimits } from '../../../../shared/checking/limits'
import { readAddress, targetSentence, type BodyLink } from '../../../../shared/checking/links'
import type { Place } from '../../../../shared/checking/places'
import type { OutputOf } from '../../../../shared/contract'
import type { ArticleType } from '../../../../shared/site/article-types'
import type { SiteSettings } from '../../../../shared/site/settings'
import { placeholders, shortcomings } from '../../../../shared/workflow/readiness'
import { stateNames } from '../../../../shared/workflow/states'

/** Something to settle or to look at. */
export interface Remark {
  sentence: string
  /** Where it can be settled; none for what stands elsewhere. */
  places: readonly Place[]
  /** Another article that it is about. */
  article?: string
}

/** What keeps the article from being submitted: what is missing, limits that are strict, and placeholders. */
export const blockingRemarks = (content: Content, type: ArticleType): Remark[] => [
  ...shortcomings(content, type),
  ...placeholders(content).map(({ excerpt, place }) => ({
    sentence: `A placeholder is still there: “${excerpt}”.`,
    places: [place],
  })),
]

/** Texts outside the limits of a type that only advises. */
export const lengthRemarks = (content: Content, type: ArticleType): Remark[] =>
  type.strict ? [] : brokenLimits(content, type).map(({ sentence, place }) => ({ sentence, places: [place] }))

/** What the desk says of the headline and the slug. */
export function duplicateRemarks({ headlines, slug }: OutputOf<'check.duplicates'>): Remark[] {
  const alike = headlines.map(({ id, headline, state, same }): Remark => ({
    sentence: `${same ? 'The same headline' : 'A similar headline'}: “${headline}” (${stateNames[state].toLowerCase()}).`,
    places: [{ in: 'field', field: 'headline' }],
    article: id,
  }))
  const taken: Remark[] = slug
    ? [
        {
          sentence: `The slug “${slug.wanted}” belongs to “${slug.takenBy}”; this article’s becomes “${slug.becomes}”.`,
          places: [{ in: 'field', field: 'slug' }],
        },
      ]
    : []
  return [...alike, ...taken]
}

/** What the desk has to be asked to know where links lead: paths of the site, and articles’ ids. */
export interface LinkQuestion {
  paths: string[]
  articles: string[]
}

/** @param from the article’s own path on the site */
export function linkQuestion(
  links: readonly BodyLink[],
  site: Pick<SiteSettings, 'url'>,
  from: string,
): LinkQuestion {
  const paths = new Set<string>()
  const articles = new Set<string>()
  for (const { leadsTo } of links) {
    if ('article' in leadsTo) articles.add(leadsTo.article)
    else {
      const reading = readAddress(leadsTo.address, site, from)
      if (reading.kind === 'site' && reading.path !== from) paths.add(reading.path)
    }
  }
  return { paths: [...paths], articles: [...articles] }
}

/**
 * Links that readers would not get far with.
 * @param found the desk’s answer; until it is there, only addresses themselves are looked at
 */
export function linkRemarks(
  links: readonly BodyLink[],
  site: Pick<SiteSettings, 'url'>,
  from: string,
  found: OutputOf<'check.links'> | null,
): Remark[] {
  return links.flatMap(({ leadsTo, words, run }) => {
    const wrong =
      'article' in leadsTo
        ? sentenceOf(found?.articles[leadsTo.article])
        : wrongAddress(leadsTo.address, site, from, found)
    if (wrong === null) return []
    const what = 'article' in leadsTo ? 'Related article' : `Link ${words === '' ? 'card' : `“${words}”`}`
    return [{ sentence: `${what}: ${wrong}`, places: [{ in: 'body', attribute: null, ...run }] }]
  })
}

function wrongAddress(
  address: string,
  site: Pick<SiteSettings, 'url'>,
  from: string,
  found: OutputOf<'check.links'> | null,
): string | null {
  const reading = readAddress(address, site, from)
  if (reading.kind === 'wrong') return reading.sentence
  return reading.kind === 'site' ? sentenceOf(found?.paths[reading.path]) : null
}

const sentenceOf = (target: OutputOf<'check.links'>['paths'][string] | undefined): string | null =>
  target ? targetSentence(target) : null
