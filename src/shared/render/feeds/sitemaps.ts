import { absoluteLink } from '../../site/paths'
import type { SiteSettings } from '../../site/settings'
import { joined, markup, type Html } from '../html'

/** A page of the site as sitemaps name it. */
export interface SitemapPage {
  path: string
  /** When it last changed, with an offset; null where nobody can say. */
  modified: string | null
  /** Paths of the pictures it shows, in one width each. */
  pictures: readonly string[]
}

/** As many addresses as one sitemap may hold (sitemaps.org/protocol.html). */
const mostPages = 50_000
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * The sitemap with the pictures of each page: one file or, beyond what one may hold, an index and its parts.
 * @returns paths and texts
 */
export function sitemapFiles(
  site: SiteSettings,
  pages: readonly SitemapPage[],
): { path: string; text: string }[] {
  if (pages.length <= mostPages) return [{ path: 'sitemap.xml', text: sitemapOf(site, pages) }]
  const parts: { path: string; text: string }[] = []
  for (let from = 0; from < pages.length; from += mostPages) {
    const text = sitemapOf(site, pages.slice(from, from + mostPages))
    parts.push({ path: `sitemap-${parts.length + 1}.xml`, text })
  }
  const entries = parts.map(({ path }) => markup`<sitemap><loc>${absoluteLink(site, path)}</loc></sitemap>`)
  const index = markup`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${schema}">
${joined(entries, '\n')}
</sitemapindex>
`
  return [{ path: 'sitemap.xml', text: index.text }, ...parts]
}

function sitemapOf(site: SiteSettings, pages: readonly SitemapPage[]): string {
  const entry = ({ path, modified, pictures }: SitemapPage): Html => {
    const images = pictures.map(
      (picture) => markup`<image:image><image:loc>${absoluteLink(site, picture)}</image:loc></image:image>`,
    )
    const changed = modified !== null && markup`<lastmod>${modified}</lastmod>`
    return markup`<url><loc>${absoluteLink(site, path)}</loc>${changed}${images}</url>`
  }
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${schema}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${joined(pages.map(entry), '\n')}
</urlset>
`.text
}

/** An article as the news sitemap names it. */
export interface NewsPage {
  path: string
  headline: string
  lang: string
  /** With an offset. */
  published: string
}

const mostNews = 1000
const twoDays = 2 * 24 * 60 * 60 * 1000

/**
 * The sitemap for news searches: the newest articles of the last two days, at most a thousand
 * (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 * @param pages the newest first
 * @param asOf the moment it is made for, UTC
 */
export function newsSitemap(site: SiteSettings, pages: readonly NewsPage[], asOf: string): string {
  const since = Date.parse(asOf) - twoDays
  const entries = pages
    .filter(({ published }) => Date.parse(published) >= since && Date.parse(published) <= Date.parse(asOf))
    .slice(0, mostNews)
    .map(
      ({ path, headline, lang, published }) =>
        markup`<url><loc>${absoluteLink(site, path)}</loc><news:news><news:publication><news:name>${site.name}</news:name><news:language>${newsLanguage(lang)}</news:language></news:publication><news:publication_date>${published}</news:publication_date><news:title>${headline}</news:title></news:news></url>`,
    )
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${schema}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${joined(entries, '\n')}
</urlset>
`.text
}

/** ISO 639, with Chinese in its two scripts as the news sitemap asks for it. */
function newsLanguage(lang: string): string {
  const tag = lang.toLowerCase()
  if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-tw'
  if (tag.startsWith('zh')) return 'zh-cn'
  return tag.split('-')[0] ?? tag
}

/** What crawlers are told: everything may be read, and where the sitemaps are. */
export function robotsText(site: SiteSettings): string {
  const maps = ['sitemap.xml', 'news-sitemap.xml'].map((name) => absoluteLink(site, name)).filter(Boolean)
  return ['User-agent: *', 'Allow: /', ...maps.map((map) => `Sitemap: ${map}`), ''].join('\n')
}

/** Former addresses for servers that read `_redirects`: a line for each, permanent. */
export const redirectsText = (moved: readonly { from: string; to: string }[]): string =>
  moved.map(({ from, to }) => `${addressIn(from)} ${addressIn(to)} 301\n`).join('')

const addressIn = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`
