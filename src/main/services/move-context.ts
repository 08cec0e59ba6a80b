import type { Article } from '../../shared/article/article'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { CheckSurroundings } from '../../shared/review/machine-checks/surroundings'
import { articlePath } from '../../shared/site/paths'
import type { SiteSettings } from '../../shared/site/settings'
import type { CorrectionForm } from '../../shared/workflow/correction'
import type { MoveContext } from '../../shared/workflow/move-context'
import { printedNames } from './names'
import type { OpenLibrary } from './ports'

/** Settings and bylines, to be read only. */
interface Read {
  settings: Pick<OpenLibrary['settings'], 'read'>
  authors: Pick<OpenLibrary['authors'], 'read'>
}

interface Asking {
  person: MoveContext['person']
  note: string
  correction?: CorrectionForm | null
  /** UTC, ISO 8601. */
  now: string
  /** The moment an export is made for; now, when left out. */
  asOf?: string
  /** From `addressTakenBy`; only an export asks for it. */
  addressTakenBy?: string | null
  /** What an approval's checks look at; see `surroundingsOf`. */
  around?: CheckSurroundings
  /** From `approvalFacts`. Left out, nobody's approval counts and nothing can be signed. */
  approvals?: MoveContext['approvals']
  sign?: MoveContext['sign']
}

/** What deciding a move of an article needs besides the article, as the library stands now. */
export function moveContext(
  { settings, authors }: Read,
  article: Article,
  { person, note, correction = null, now, asOf = now, addressTakenBy = null, ...facts }: Asking,
): MoveContext {
  const { site, rules, articleTypes } = settings.read()
  return {
    person,
    authorNames: printedNames(authors.read(), article.content.authors),
    site,
    rules,
    articleTypes,
    note,
    correction,
    now,
    asOf,
    addressTakenBy,
    path: articlePath(article.id, article.content, site),
    approvals: facts.approvals ?? [],
    sign: facts.sign ?? null,
    ...(facts.around && { around: facts.around }),
  }
}

/**
 * Who holds which address of the site: each path of an approved or exported article, with that article. An article
 * holds the address it will be exported to, the one readers know, and those that still lead to it.
 */
export function addresses(
  entries: readonly IndexEntry[],
  site: Pick<SiteSettings, 'categories'>,
): ReadonlyMap<string, readonly IndexEntry[]> {
  const holders = new Map<string, IndexEntry[]>()
  for (const entry of entries) {
    for (const path of pathsHeldBy(entry, site)) holders.set(path, [...(holders.get(path) ?? []), entry])
  }
  return holders
}

function pathsHeldBy(entry: IndexEntry, site: Pick<SiteSettings, 'categories'>): Set<string> {
  const paths = new Set<string>(entry.formerPaths)
  if (entry.path !== null) paths.add(entry.path)
  if (entry.state === 'approved') {
    const { id, category, slug } = entry
    paths.add(articlePath(id, { category, slug: { text: slug, follows: false } }, site))
  }
  return paths
}

/** The headline of another article that holds an address, or null when it is free. */
export const addressTakenBy = (
  held: ReadonlyMap<string, readonly IndexEntry[]>,
  article: { id: string; path: string },
): string | null => held.get(article.path)?.find((entry) => entry.id !== article.id)?.headline ?? null
