import type { Article } from '../article/article'
import { bodyMedia } from '../article/body-text'
import type { Content } from '../article/content'
import { publishMoment } from '../article/derive'
import { printedDate } from '../article/printed-date'
import { linksIn } from '../checking/links'
import { zonedMoment } from '../site/zoned-time'
import { articlePath } from '../site/paths'
import type { SiteSettings } from '../site/settings'
import type { PageArticle, PageDates } from './page-model'

/**
 * An article as its page shows it.
 * @param article what is kept; content, derived and publishedAt may be those of a draft or of an older revision
 */
export function pageArticleFrom(
  article: Pick<Article, 'id' | 'content' | 'derived' | 'publishedAt'> & {
    public: Pick<Article['public'], 'corrections' | 'updatedAt'>
  },
  site: SiteSettings,
): PageArticle {
  const { id, content, derived, publishedAt } = article
  return {
    id,
    content,
    derived,
    publishedAt,
    path: articlePath(id, content, site),
    corrections: article.public.corrections.map(({ text, at }) => ({
      text,
      at,
      zoned: zonedMoment(at, site.timeZone),
      printedDate: printedDate(at, site.timeZone, content.lang),
    })),
    dates: datesOf(article, site),
  }
}

/** An undated article has no dates at all. It changed last with its newest correction or with an approved update. */
function datesOf(
  { content, publishedAt, public: { corrections, updatedAt } }: Parameters<typeof pageArticleFrom>[0],
  { timeZone }: Pick<SiteSettings, 'timeZone'>,
): PageDates {
  const published = publishMoment(content, publishedAt)
  if (published === null) return { published, modified: null, printedUpdate: '' }
  const changes = [...corrections.map(({ at }) => at), updatedAt ?? ''].filter((at) => at > published)
  const modified = changes.sort().at(-1)
  return {
    published: zonedMoment(published, timeZone),
    modified: zonedMoment(modified ?? published, timeZone),
    printedUpdate: modified === undefined ? '' : printedDate(modified, timeZone, content.lang),
  }
}

/** What a page of some content has to be told about: authors and related articles by id, pictures by hash. */
export interface References {
  authors: string[]
  pictures: string[]
  related: string[]
}

/** Everything that content refers to, once each; avatars and the logo come with authors and site. */
export function referencesOf(content: Content): References {
  const related = linksIn(content.body).flatMap(({ leadsTo }) =>
    'article' in leadsTo ? leadsTo.article : [],
  )
  const pictures = [...(content.thumbnail ? [content.thumbnail.media] : []), ...bodyMedia(content.body)]
  return {
    authors: [...new Set(content.authors)],
    pictures: [...new Set(pictures)],
    related: [...new Set(related)],
  }
}
