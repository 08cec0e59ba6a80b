import type { SiteSettings } from '../../site/settings'

/** The three files of each feed. */
export const feedFiles = [
  { name: 'feed.xml', type: 'application/rss+xml', kind: 'RSS' },
  { name: 'atom.xml', type: 'application/atom+xml', kind: 'Atom' },
  { name: 'feed.json', type: 'application/feed+json', kind: 'JSON Feed' },
] as const
export type FeedFile = (typeof feedFiles)[number]

/** A feed by what it tells of, and where its files stand: '' or a folder such as `news/`. */
export interface FeedPlace {
  title: string
  folder: string
  /** A category's id; null for the whole site. */
  category: string | null
}

/** Every feed of a site: its own, and one for each category. */
export const siteFeeds = (site: Pick<SiteSettings, 'name' | 'categories'>): FeedPlace[] => [
  { title: site.name, folder: '', category: null },
  ...site.categories
    .filter(({ front }) => !front)
    .map(({ id, name, slug }) => ({ title: `${site.name}: ${name}`, folder: `${slug}/`, category: id })),
]

/** The feeds that a page of a category is told by, the site's first. */
export const feedsAbout = (
  site: Pick<SiteSettings, 'name' | 'categories'>,
  category: string | null,
): FeedPlace[] => siteFeeds(site).filter((feed) => feed.category === null || feed.category === category)
