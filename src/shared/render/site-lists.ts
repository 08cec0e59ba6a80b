import { authorPath, tagPath } from '../site/paths'
import type { Category } from '../site/settings'
import { renderProfile } from './author-box'
import { siteFeeds } from './feeds/feed-files'
import type { ListPlace } from './list-page'
import type { PageAuthor, Surroundings } from './page-model'

const folderOf = (path: string): string => path.replace(/index\.html$/, '')

/** A category's list; it is there even while it holds nothing, because the navigation leads to it. */
export const categoryPlace = ({ id, name, slug }: Category, site: Surroundings['site']): ListPlace => ({
  title: name,
  folder: `${slug}/`,
  description: '',
  category: id,
  feeds: siteFeeds(site).filter(({ category }) => category === id),
})

/** An author's list, with their picture, biography and links. */
export const authorPlace = (author: PageAuthor): ListPlace => ({
  title: author.name,
  folder: folderOf(authorPath(author)),
  introduction: (context) => renderProfile(author, context),
  description: author.biography,
  category: null,
  feeds: [],
})

/** A tag's list; tags that make the same address share it. */
export const tagPlace = (tag: string): ListPlace => ({
  title: tag,
  folder: folderOf(tagPath(tag)),
  description: '',
  category: null,
  feeds: [],
})
