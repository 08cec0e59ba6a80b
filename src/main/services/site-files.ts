import type { Article } from '../../shared/article/article'
import type { IndexEntry } from '../../shared/article/index-entry'
import { renderArticlePage } from '../../shared/render/article-page'
import { findForbidden } from '../../shared/render/escape'
import { fallenPins } from '../../shared/render/front-choice'
import { feedEntry } from '../../shared/render/feeds/feed'
import {
  newsSitemap,
  redirectsText,
  robotsText,
  sitemapFiles,
  type SitemapPage,
} from '../../shared/render/feeds/sitemaps'
import { renderNinjs } from '../../shared/render/ninjs'
import { renderMovedPage, renderWithdrawnPage } from '../../shared/render/notice-pages'
import { referencesOf } from '../../shared/render/page-article'
import type { PageArticle, PageAuthor, PageTeaser, Surroundings } from '../../shared/render/page-model'
import { cropPath, cropsOf } from '../../shared/render/picture-crops'
import { pictureFormats, picturePath, pictureWidths } from '../../shared/render/picture-files'
import { iconPath, iconsOf, letterIcon } from '../../shared/render/site-icons'
import { stylesheet } from '../../shared/render/stylesheet'
import { compareTeasers, teaserFrom } from '../../shared/render/teaser'
import type { PublicArticle, SiteFile } from './publishing-ports'
import { keepNewest, siteFeedFiles, type Newest } from './site-feeds'
import { siteLists } from './site-lists'
import { standingOf, type Standing } from './standing'
import { gatherSurroundings } from './surroundings'
import type { Viewpoint } from './viewpoint'

/** What a run over the whole site finds out while it gives the files. Complete when the last file was taken. */
export interface SiteFindings {
  /** Articles that become public or change with this export, before and after. */
  moves: { before: Article; after: Article }[]
  refused: { id: string; headline: string; reason: string }[]
  listed: PublicArticle[]
  warnings: string[]
}

interface Run {
  viewpoint: Viewpoint
  findings: SiteFindings
  teasers: PageTeaser[]
  /** What feeds will tell of. */
  newest: Newest<Public>
  /** Profiles of those who wrote what is public, by id. */
  authors: Surroundings['authors']
  sitemap: SitemapPage[]
  pictures: Surroundings['pictures']
  /** Former addresses, and the article that is meant by them now. */
  moved: { from: string; to: string; headline: string }[]
  /** Paths of the pages given so far. */
  given: Set<string>
  onArticle: (done: number, total: number) => void
}

/** A page that readers find on the site. */
type Public = Extract<Standing, { kind: 'ready' | 'kept' }>

/** Whether an export has anything to say about an article. */
export const concernsExport = (entry: IndexEntry): boolean =>
  entry.wasApproved || entry.publicState !== 'never-exported'

/**
 * Every file of the site, one at a time, always in the same order: the stylesheet, articles with their pictures, the
 * lists, and what stands at former addresses. Articles that link to others wait until it is known which are public.
 */
export function siteFiles(
  viewpoint: Viewpoint,
  entries: readonly IndexEntry[],
  onArticle: Run['onArticle'],
): { files: AsyncGenerator<SiteFile>; findings: SiteFindings } {
  const findings: SiteFindings = { moves: [], refused: [], listed: [], warnings: [] }
  const run: Run = {
    viewpoint,
    findings,
    teasers: [],
    newest: keepNewest(),
    authors: {},
    sitemap: [],
    pictures: {},
    moved: [],
    given: new Set(),
    onArticle,
  }
  return { files: filesOf(run, entries), findings }
}

async function* filesOf(run: Run, entries: readonly IndexEntry[]): AsyncGenerator<SiteFile> {
  const { site } = run.viewpoint.library.settings.read()
  const { path, css } = stylesheet(site.branding)
  yield { path, text: css }
  const icons = iconsOf(site)
  for (const icon of icons) yield { path: iconPath(icon), icon }
  if (icons.length === 0) yield letterIcon(site)

  const concerned = entries.filter(concernsExport).sort((a, b) => (a.id < b.id ? -1 : 1))
  const waiting: Standing[] = []
  let done = 0
  for (const entry of concerned) {
    const standing = await examine(entry, run)
    done += 1
    run.onArticle(done, concerned.length)
    if (standing === null) continue
    if (linksToOthers(standing)) waiting.push(standing)
    else yield* pageFiles(standing, {}, run)
  }
  const related = Object.fromEntries(
    run.teasers.map(({ id, headline, path: at }) => [id, { headline, path: at }]),
  )
  for (const standing of waiting) yield* pageFiles(standing, related, run)
  yield* listFiles(run, related)
  const moved = run.moved.filter(({ from }) => !run.given.has(from))
  if (moved.length > 0) yield { path: '_redirects', text: redirectsText(moved) }
  for (const one of moved.filter(({ from }) => !run.given.has(from))) {
    run.given.add(one.from)
    const surroundings = await gatherSurroundings(run.viewpoint.library, nothing, {})
    yield { path: one.from, text: renderMovedPage(surroundings, one) }
  }
}

const nothing = { authors: [], pictures: [], related: [] }

/** Looks at one article and notes what follows for the export; null when it has no page. */
async function examine({ id, headline }: IndexEntry, run: Run): Promise<Standing | null> {
  const { viewpoint, findings } = run
  const found = await viewpoint.library.articles.find(id)
  if (!found.ok) {
    findings.refused.push({ id, headline, reason: 'Its file cannot be read.' })
    return null
  }
  const article = found.value
  const standing = await standingOf(article, viewpoint)
  if (standing.kind === 'refused' || standing.kind === 'kept')
    findings.refused.push({ id, headline: article.content.headline, reason: standing.reason })
  if (standing.kind === 'refused') return null

  const { path, content } = standing.page
  const former = (standing.kind === 'ready' && standing.after ? standing.after : article).public.formerPaths
  for (const from of former) run.moved.push({ from, to: path, headline: content.headline })
  if (standing.kind === 'withdrawn') return standing
  findings.listed.push(standing.listed)
  const { authors } = asReadersKnow(
    standing,
    await gatherSurroundings(viewpoint.library, { ...nothing, authors: content.authors }, {}),
  )
  const teaser = teaserFrom(standing.page, { authors })
  run.teasers.push(teaser)
  run.newest.add(teaser, standing)
  Object.assign(run.authors, authors)
  if (standing.kind === 'ready' && standing.after) {
    findings.moves.push({ before: article, after: standing.after })
    findings.warnings.push(...forbiddenIn(standing.page))
  }
  return standing
}

const linksToOthers = (standing: Standing): boolean =>
  'page' in standing && referencesOf(standing.page.content).related.length > 0

/** Surroundings with the names under which a page that readers keep was approved, whatever they are by now. */
export function asReadersKnow(standing: Standing, surroundings: Surroundings): Surroundings {
  if (standing.kind !== 'kept') return surroundings
  const authors = { ...surroundings.authors }
  standing.page.content.authors.forEach((id, index) => {
    const [author, name] = [authors[id], standing.authorNames[index]]
    if (author && name !== undefined) authors[id] = { ...author, name }
  })
  return { ...surroundings, authors }
}

/** An article's page and the pictures that are on it. */
async function* pageFiles(
  standing: Standing,
  related: Surroundings['related'],
  run: Run,
): AsyncGenerator<SiteFile> {
  if (standing.kind === 'refused') return
  const { page } = standing
  const references = referencesOf(page.content)
  const surroundings = asReadersKnow(
    standing,
    await gatherSurroundings(run.viewpoint.library, references, related),
  )
  run.given.add(page.path)
  if (standing.kind === 'withdrawn') {
    yield {
      path: page.path,
      text: renderWithdrawnPage({ article: page, surroundings, withdrawal: standing.notice }),
    }
    return
  }
  if (standing.kind === 'kept' && !standing.reproduced) {
    // Its revision cannot be read, say: rendering would show readers what nobody approved.
    yield { path: page.path, asBefore: true }
    yield { path: 'assets/', asBefore: true }
    yield { path: ninjsPath(page), asBefore: true }
  } else {
    yield {
      path: page.path,
      text: renderArticlePage({ article: page, surroundings, asOf: run.viewpoint.asOf }),
    }
    const text = renderNinjs({ article: page, surroundings, asOf: run.viewpoint.asOf })
    yield { path: ninjsPath(page), text }
  }
  if (!page.content.search.noindex) run.sitemap.push(sitemapPage(page, surroundings))
  yield* pictureFilesOf(surroundings.pictures, run)
  const { thumbnail } = page.content
  if (!thumbnail || !surroundings.pictures[thumbnail.media]) return
  for (const crop of cropsOf(thumbnail.media, thumbnail.focal)) {
    const path = cropPath(crop)
    if (run.given.has(path)) continue
    run.given.add(path)
    yield { path, crop }
  }
}

/** All widths of pictures that were not given yet. */
function* pictureFilesOf(pictures: Surroundings['pictures'], run: Run): Generator<SiteFile> {
  for (const [hash, size] of Object.entries(pictures)) {
    if (run.pictures[hash]) continue
    run.pictures[hash] = size
    for (const width of pictureWidths(size.width)) {
      for (const format of pictureFormats) {
        yield { path: picturePath(hash, width, format), picture: { hash, width, format } }
      }
    }
  }
}

const ninjsPath = ({ id }: Pick<PageArticle, 'id'>): string => `ninjs/${id}.json`

const sitemapPage = ({ path, dates, content }: PageArticle, { pictures }: Surroundings): SitemapPage => ({
  path,
  modified: dates.modified,
  pictures: referencesOf(content).pictures.flatMap((hash) => {
    const width = pictureWidths(pictures[hash]?.width ?? 0).at(-1)
    return width === undefined ? [] : [picturePath(hash, width, 'jpg')]
  }),
})

/** What depends on all articles: lists, feeds, sitemaps. */
async function* listFiles(run: Run, related: Surroundings['related']): AsyncGenerator<SiteFile> {
  const { library, asOf } = run.viewpoint
  const { site, pictures: logo } = await gatherSurroundings(library, nothing, {})
  yield* pictureFilesOf(logo, run)
  const teasers = run.teasers.sort(compareTeasers)
  const surroundings = { site, authors: {}, pictures: run.pictures, related: {} }
  const authors: PageAuthor[] = Object.values(run.authors)
  for (const file of siteLists(surroundings, teasers, authors)) {
    run.given.add(file.path)
    yield file
  }
  run.findings.warnings.push(...(await fallenFromFront(library, teasers)))
  yield { path: 'robots.txt', text: robotsText(site) }
  if (site.url === '') {
    run.findings.warnings.push(
      'The site has no address yet (Settings), so it has no feeds and no sitemaps: they need whole addresses.',
    )
    return
  }
  yield* siteFeedFiles(surroundings, run.newest, async (standing) => {
    const references = referencesOf(standing.page.content)
    const around = await gatherSurroundings(library, references, related)
    return feedEntry(standing.page, asReadersKnow(standing, around))
  })
  yield* sitemapFiles(site, [{ path: 'index.html', modified: null, pictures: [] }, ...run.sitemap])
  const news = teasers.flatMap(({ path, headline, lang, published }) =>
    published === null ? [] : [{ path, headline, lang, published }],
  )
  yield { path: 'news-sitemap.xml', text: newsSitemap(site, news, asOf) }
}

/** A warning for each article that is pinned to the front page and not on the site. */
async function fallenFromFront(
  { articles, settings }: Viewpoint['library'],
  teasers: readonly PageTeaser[],
): Promise<string[]> {
  const fallen = fallenPins(settings.read().site, teasers)
  const found = await Promise.all(fallen.map((id) => articles.find(id)))
  return found.map((one, index) => {
    const name = one.ok ? one.value.content.headline || 'Untitled' : fallen[index]
    return `“${name}” is pinned to the front page and not on the site, so that it is left out there.`
  })
}

/** A warning when an article holds code points that no page can show. */
function forbiddenIn({ content }: PageArticle): string[] {
  const found = findForbidden(wordsIn(content).join(' '))
  return found.length === 0
    ? []
    : [`“${content.headline}” holds characters no page may hold (${found.join(', ')}); they print as U+FFFD.`]
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
