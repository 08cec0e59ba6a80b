import type { SiteSettings } from '../site/settings'
import { readAddress, targetSentence, type BodyLink, type LinkTarget } from './links'
import type { Place } from './places'

/** What has to be asked to know where links lead: paths of the site, and articles’ ids. */
export interface LinkQuestion {
  paths: string[]
  articles: string[]
}

/** What stands at those paths and behind those ids. */
export interface LinkAnswer {
  paths: Readonly<Record<string, LinkTarget>>
  articles: Readonly<Record<string, LinkTarget>>
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
 * @param found null while it is not known: then only addresses themselves are looked at
 */
export function linkRemarks(
  links: readonly BodyLink[],
  site: Pick<SiteSettings, 'url'>,
  from: string,
  found: LinkAnswer | null,
): { sentence: string; places: Place[] }[] {
  return links.flatMap(({ leadsTo, words, run }) => {
    const wrong =
      'article' in leadsTo
        ? sentenceOf(found?.articles[leadsTo.article])
        : wrongAddress(leadsTo.address, site, from, found)
    if (wrong === null) return []
    const wordless = 'article' in leadsTo ? 'Related article' : 'Link card'
    const what = words === '' ? wordless : `Link “${words}”`
    return [{ sentence: `${what}: ${wrong}`, places: [{ in: 'body' as const, attribute: null, ...run }] }]
  })
}

function wrongAddress(
  address: string,
  site: Pick<SiteSettings, 'url'>,
  from: string,
  found: LinkAnswer | null,
): string | null {
  const reading = readAddress(address, site, from)
  if (reading.kind === 'wrong') return reading.sentence
  return reading.kind === 'site' ? sentenceOf(found?.paths[reading.path]) : null
}

const sentenceOf = (target: LinkTarget | undefined): string | null => (target ? targetSentence(target) : null)
