import { absoluteLink, authorPath } from '../../site/paths'
import { renderBlocks, renderNotes } from '../blocks'
import { absoluteContext } from '../context'
import { articleHead } from '../article-page'
import type { PageArticle, Surroundings } from '../page-model'
import { heightAt, picturePath, pictureWidths } from '../picture-files'
import type { FeedPlace } from './feed-files'

/** How many articles a feed holds. */
export const feedLength = 30

/** One article as feeds tell of it. Addresses are whole, moments carry the site's offset. */
export interface FeedEntry {
  /** Stays the same wherever the article moves. */
  id: string
  address: string
  headline: string
  summary: string
  /** The body as HTML that stands by itself. */
  html: string
  authors: { name: string; address: string }[]
  category: string
  tags: readonly string[]
  published: string
  modified: string
  lang: string
  picture: { address: string; alt: string; width: number; height: number } | null
}

/** A feed of the whole site or of one category. */
export interface Feed {
  title: string
  description: string
  lang: string
  /** The page it tells of, and the folder its files stand in: whole addresses. */
  home: string
  folder: string
  /** When anything in it last changed; null while it is empty. */
  updated: string | null
  entries: readonly FeedEntry[]
}

/** An article for feeds; null for one without a date, which no reader of feeds could place. */
export function feedEntry(article: PageArticle, surroundings: Surroundings): FeedEntry | null {
  const { site, authors, pictures } = surroundings
  const { content, dates } = article
  if (dates.published === null || dates.modified === null) return null
  const context = absoluteContext(surroundings, article.content.lang)
  const { thumbnail } = content
  const size = thumbnail && pictures[thumbnail.media]
  const width = size && pictureWidths(size.width).at(-1)
  return {
    id: `urn:galley:${article.id}`,
    address: absoluteLink(site, article.path),
    headline: content.headline,
    summary: articleHead(article, surroundings).description,
    html: [...renderBlocks(content.body, context), renderNotes(content.body, context)].join('\n').trim(),
    authors: content.authors.flatMap((id) => {
      const author = authors[id]
      return author ? [{ name: author.name, address: absoluteLink(site, authorPath(author)) }] : []
    }),
    category: site.categories.find(({ id }) => id === content.category)?.name ?? '',
    tags: content.tags,
    published: dates.published,
    modified: dates.modified,
    lang: content.lang,
    picture:
      thumbnail && size && width
        ? {
            address: absoluteLink(site, picturePath(thumbnail.media, width, 'jpg')),
            alt: thumbnail.decorative ? '' : thumbnail.alt,
            width,
            height: heightAt(size, width),
          }
        : null,
  }
}

/** A feed at its place, of entries that are the newest first. */
export function feedOf(
  { title, folder }: FeedPlace,
  entries: readonly FeedEntry[],
  { site }: Pick<Surroundings, 'site'>,
): Feed {
  return {
    title,
    description: site.description,
    lang: site.language,
    home: absoluteLink(site, `${folder}index.html`),
    folder: absoluteLink(site, folder),
    updated:
      entries
        .map(({ modified }) => modified)
        .sort(byInstant)
        .at(-1) ?? null,
    entries,
  }
}

const byInstant = (one: string, other: string): number => Date.parse(one) - Date.parse(other)
