import type { Content } from '../article/content'
import { slugFrom } from '../article/slug'
import { hashOf } from '../kernel/hash'
import type { Id } from '../kernel/ids'
import type { SiteSettings } from './settings'

/**
 * An article's path on the site: `<category>/<slug>/index.html`. Before it has a category or a slug it stands under
 * `unplaced/`, equally deep, so that relative links in its preview already work.
 */
export function articlePath(
  id: Id,
  content: Pick<Content, 'category' | 'slug'>,
  site: Pick<SiteSettings, 'categories'>,
): string {
  const category = site.categories.find((one) => one.id === content.category)
  return `${category?.slug ?? 'unplaced'}/${content.slug.text || id.toLowerCase()}/index.html`
}

/** The path of a category's page; the front page's entry is the site's own index. */
export const categoryPath = (category: { slug: string; front: boolean }): string =>
  category.front ? 'index.html' : `${category.slug}/index.html`

/** The page that leads to every month of the archive, and the one that finds articles. */
export const archivePath = 'archive/index.html'
export const searchPath = 'search/index.html'

/** What previews begin with, in whichever folder their page stands; no part of the site. */
export const emptyPageName = 'empty-page.html'

/** The path of an author's page. */
export const authorPath = ({ slug }: { slug: string }): string => `authors/${slug}/index.html`

/** The path of a tag's page; tags that make one slug share it. */
export const tagPath = (tag: string): string => `tags/${tagSlug(tag)}/index.html`

/** A tag's part of an address. One without a letter or digit in any script is told apart by its hash. */
const tagSlug = (tag: string): string => slugFrom(tag, `tag-${hashOf(tag).slice(0, 8)}`)

/**
 * A link from one exported file to another, both given from the site's root. It names `index.html`, so that it also
 * works where no server stands between, as from a folder.
 */
export function relativeLink(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return `${up}${to}` || './'
}

/** The absolute address of a path, or '' while the site has no address. */
export function absoluteLink(site: Pick<SiteSettings, 'url'>, path: string): string {
  return site.url === '' ? '' : `${site.url.replace(/\/+$/, '')}/${path.replace(/(^|\/)index\.html$/, '$1')}`
}
