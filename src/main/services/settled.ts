import type { Article } from '../../shared/article/article'
import { derive } from '../../shared/article/derive'
import { hashSealed } from '../../shared/article/seal'
import { hashOf } from '../../shared/kernel/hash'
import { pageArticleFrom, referencesOf, type References } from '../../shared/render/page-article'
import type { PageArticle, PageTeaser, Surroundings } from '../../shared/render/page-model'
import { teaserFrom } from '../../shared/render/teaser'
import { addressTakenBy } from './move-context'
import { printedNames } from './names'
import type { PublicArticle } from './publishing-ports'
import type { Standing } from './standing'
import type { Viewpoint } from './viewpoint'

/** What the site needs to know of an article's page without its text. */
export interface Outline {
  listed: PublicArticle
  teaser: PageTeaser
  references: References
  /** Former addresses that lead to it. */
  former: readonly string[]
  noindex: boolean
  /** When it changed last, with the site's offset; null where it is undated. */
  modified: string | null
  /** The part of its page that is neither content nor settings. */
  history: Pick<Article, 'publishedAt'> & {
    corrections: Article['public']['corrections']
    updatedAt: string | null
  }
}

/** A public article on its way through a run: its outline and, while it is in hand, its text. */
export interface Seen {
  outline: Outline
  /** Null where it was let go, or was not opened at all; then it is read again where its text is needed. */
  standing: Extract<Standing, { kind: 'ready' | 'kept' }> | null
}

/**
 * An article that readers know as it is: its seal was whole and truly signed, and there was nothing left to note. As
 * long as its file is the same, and settings, bylines and people are, only time can change that.
 */
export interface Settled {
  /** From `stamps` of the article store. */
  stamp: string
  outline: Outline
  /** Moments that must have passed, and the day its picture's licence ends. */
  after: readonly string[]
  until: string | null
}

/** The outline of an article that is or becomes public. */
export function outlineOf(
  article: Pick<Article, 'public' | 'publishedAt'>,
  standing: Extract<Standing, { kind: 'ready' | 'kept' }>,
  authors: Surroundings['authors'],
): Outline {
  const { page, listed } = standing
  const { corrections, updatedAt } = article.public
  const { formerPaths } = (standing.kind === 'ready' && standing.after ? standing.after : article).public
  return {
    listed,
    teaser: teaserFrom(page, { authors }),
    references: referencesOf(page.content),
    former: formerPaths,
    noindex: page.content.search.noindex,
    modified: page.dates.modified,
    history: { publishedAt: article.publishedAt, corrections, updatedAt },
  }
}

/** An article as settled; `standing` must be ready with nothing left to note. */
export function settledFrom({ content }: Pick<Article, 'content'>, stamp: string, outline: Outline): Settled {
  const { embargo, publishTime, thumbnail } = content
  const after = [...(embargo ? [embargo] : []), ...(publishTime.kind === 'at' ? [publishTime.at] : [])]
  return { stamp, outline, after, until: thumbnail?.expires ?? null }
}

/** Whether a settled article would still be found so, if it were looked at. */
export function stillStands({ outline, after, until }: Settled, { held, asOf }: Viewpoint): boolean {
  const { id, path } = outline.listed
  return (
    after.every((moment) => Date.parse(moment) <= Date.parse(asOf)) &&
    (until === null || until >= asOf.slice(0, 10)) &&
    addressTakenBy(held, { id, path }) === null
  )
}

/** What everything on the site depends on besides articles and pictures; settled articles hold while it is the same. */
export const siteFingerprint = ({ library, verifier }: Viewpoint, code: string): string =>
  hashOf({
    code,
    settings: library.settings.read(),
    authors: library.authors.read(),
    people: verifier.people,
  })

/**
 * A page's article, read again now that its text is needed: what is sealed is compared with what was decided on, so
 * that nothing else can be written however the library was changed meanwhile. Its kept revision stands in where it was
 * edited. Null where neither is what was sealed.
 */
export async function readAgain(
  { listed, history }: Outline,
  { library: { articles, authors, settings } }: Viewpoint,
): Promise<PageArticle | null> {
  const { id, path, revision, seal } = listed
  const { publishedAt, corrections, updatedAt } = history
  for (const read of [() => articles.find(id), () => articles.revision(id, revision)]) {
    const found = await read()
    if (!found.ok) continue
    const { content } = found.value
    const authorNames = printedNames(authors.read(), content.authors)
    if (hashSealed({ content, publishedAt, corrections, authorNames }).hash !== seal) continue
    const { site } = settings.read()
    const derived = derive(content, site, publishedAt)
    return {
      ...pageArticleFrom({ id, content, derived, publishedAt, public: { corrections, updatedAt } }, site),
      path,
    }
  }
  return null
}
