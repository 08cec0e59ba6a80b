import type { IndexEntry } from '../../shared/article/index-entry'
import { sha256Hex } from '../../shared/kernel/hash'
import { fallenPins } from '../../shared/render/front-choice'
import { newsSitemap, redirectsText, robotsText, sitemapFiles } from '../../shared/render/feeds/sitemaps'
import { renderMovedPage } from '../../shared/render/notice-pages'
import type { PageAuthor, PageTeaser, Surroundings } from '../../shared/render/page-model'
import { iconPath, iconsOf, letterIcon } from '../../shared/render/site-icons'
import { stylesheet } from '../../shared/render/stylesheet'
import { compareTeasers } from '../../shared/render/teaser'
import { pageFiles, pictureFilesOf, withdrawnFile } from './article-pages'
import { examine, letGo } from './examine'
import { forbiddenIn } from './forbidden-characters'
import type { SiteFile } from './publishing-ports'
import { siteFeedFiles } from './site-feeds'
import type { Seen } from './settled'
import { siteLists, type ListFile } from './site-lists'
import { beginRun, fromScratch, type EarlierRuns, type SiteFindings, type SiteRun } from './site-run'
import { gatherSurroundings } from './surroundings'
import type { Viewpoint } from './viewpoint'

/** Whether an export has anything to say about an article. */
export const concernsExport = (entry: IndexEntry): boolean =>
  entry.wasApproved || entry.publicState !== 'never-exported'

/**
 * Every file of the site, one at a time, always in the same order: the stylesheet, articles with their pictures, the
 * lists, and what stands at former addresses. Articles that link to others wait until it is known which are public.
 * @param earlier what need not be looked at or made again; left out, everything is
 */
export function siteFiles(
  viewpoint: Viewpoint,
  entries: readonly IndexEntry[],
  onArticle: (done: number, total: number) => void,
  earlier: EarlierRuns = fromScratch,
): { files: AsyncGenerator<SiteFile>; findings: SiteFindings } {
  const run = beginRun(viewpoint, earlier)
  return { files: filesOf(run, entries, onArticle), findings: run.findings }
}

async function* filesOf(
  run: SiteRun,
  entries: readonly IndexEntry[],
  onArticle: (done: number, total: number) => void,
): AsyncGenerator<SiteFile> {
  const { site } = run.viewpoint.library.settings.read()
  const { path, css } = stylesheet(site.branding)
  yield { path, text: css }
  const icons = iconsOf(site)
  for (const icon of icons) yield { path: iconPath(icon), icon }
  if (icons.length === 0) yield letterIcon(site)

  const concerned = entries.filter(concernsExport).sort((a, b) => (a.id < b.id ? -1 : 1))
  const waiting: Seen[] = []
  let done = 0
  for (const entry of concerned) {
    const seen = await examine(entry, run)
    done += 1
    onArticle(done, concerned.length)
    if (seen === null) continue
    if ('kind' in seen) yield await withdrawnFile(seen, run)
    else if (seen.outline.references.related.length > 0) waiting.push(letGo(seen))
    else yield* pageFiles(seen, {}, run)
  }
  const related = Object.fromEntries(
    run.teasers.map(({ id, headline, path: at }) => [id, { headline, path: at }]),
  )
  for (const seen of waiting) yield* pageFiles(seen, related, run)
  yield* listFiles(run, related)
  yield* movedFiles(run)
}

/** What stands at former addresses, where nothing else does. */
async function* movedFiles(run: SiteRun): AsyncGenerator<SiteFile> {
  const moved = run.moved.filter(({ from }) => !run.given.has(from))
  if (moved.length > 0) yield { path: '_redirects', text: redirectsText(moved) }
  for (const one of moved.filter(({ from }) => !run.given.has(from))) {
    run.given.add(one.from)
    const surroundings = await gatherSurroundings(run.viewpoint.library, nothing, {})
    yield { path: one.from, text: renderMovedPage(surroundings, one) }
  }
}

const nothing = { authors: [], pictures: [], related: [] }

/** What depends on all articles: lists, feeds, sitemaps. */
async function* listFiles(run: SiteRun, related: Surroundings['related']): AsyncGenerator<SiteFile> {
  const { library, asOf } = run.viewpoint
  const { site, pictures: logo } = await gatherSurroundings(library, nothing, {})
  yield* pictureFilesOf(logo, 'the site’s header', run)
  const teasers = run.teasers.sort(compareTeasers)
  const pictures = { ...run.avatars, ...run.pictures }
  const surroundings = { site, authors: {}, pictures, related: {} }
  const authors: PageAuthor[] = Object.values(run.authors)
  for (const list of siteLists(surroundings, teasers, authors)) {
    run.given.add(list.path)
    yield listFile(list, run)
  }
  run.findings.warnings.push(
    ...(await fallenFromFront(library, teasers)),
    ...forbiddenIn('The site’s settings', site),
  )
  yield { path: 'robots.txt', text: robotsText(site) }
  if (site.url === '') {
    run.findings.warnings.push(
      'The site has no address yet (Settings), so it has no feeds and no sitemaps: they need whole addresses.',
    )
    return
  }
  yield* siteFeedFiles(surroundings, related, run)
  yield* sitemapFiles(site, [{ path: 'index.html', modified: null, pictures: [] }, ...run.sitemap])
  const news = teasers.flatMap(({ path, headline, lang, published }) =>
    published === null ? [] : [{ path, headline, lang, published }],
  )
  yield { path: 'news-sitemap.xml', text: newsSitemap(site, news, asOf) }
}

/** A list, unless it stands there already, made of the same. */
function listFile({ path, madeOf, render }: ListFile, run: SiteRun): SiteFile {
  const fingerprint = sha256Hex(`${run.fingerprint} ${madeOf}`)
  if (run.holds(path, fingerprint)) return { path, fingerprint, same: true }
  return { path, fingerprint, text: render() }
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
