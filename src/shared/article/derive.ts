import type { SiteSettings } from '../site/settings'
import type { Derived } from './article'
import { bodyLines, countPictures } from './body-text'
import type { Content } from './content'
import { countText, readingMinutes } from './counting'
import { printedDate } from './printed-date'

/** The publish moment a page prints: the one that was set, the one an approval filled in, or none. */
export function publishMoment(
  content: Pick<Content, 'publishTime'>,
  publishedAt: string | null,
): string | null {
  switch (content.publishTime.kind) {
    case 'at':
      return content.publishTime.at
    case 'on-approval':
      return publishedAt
    case 'none':
      return null
  }
}

/**
 * What is computed once when an article is kept. Pure: the same content and settings give the same result on
 * every host, so the window may compute it for text that is not kept yet.
 * @param publishedAt the moment an approval filled in, or null
 */
export function derive(
  content: Content,
  site: Pick<SiteSettings, 'readingRate' | 'timeZone'>,
  publishedAt: string | null,
): Derived {
  const lines = bodyLines(content.body)
  const moment = publishMoment(content, publishedAt)
  return {
    ...countText(lines),
    minutes: readingMinutes(lines, countPictures(content.body), site.readingRate),
    printedDate: moment === null ? '' : printedDate(moment, site.timeZone, content.lang),
    text: lines.join('\n'),
  }
}
