import { derive } from '../../shared/article/derive'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { hashOf } from '../../shared/kernel/hash'
import { ok, type Result } from '../../shared/kernel/result'
import type { SiteSettings } from '../../shared/site/settings'
import type { WriteError } from './ports'
import type { Room } from './room'

/** Whether a change of settings changes what is computed when an article is kept. */
export const changesDerived = (
  before: Pick<SiteSettings, 'readingRate' | 'timeZone'>,
  after: Pick<SiteSettings, 'readingRate' | 'timeZone'>,
): boolean => before.readingRate !== after.readingRate || before.timeZone !== after.timeZone

/**
 * Computes again what is stored with every article: minutes and printed date follow the site's settings, and a
 * preview computes with those of today. Content, revisions and seals stay as they are.
 */
export async function deriveAgain(
  { library: { articles } }: Room,
  site: SiteSettings,
): Promise<Result<void, WriteError>> {
  for (const { id } of await articles.entries()) {
    const done = await articles.change<never>(id, (article) => {
      const derived = derive(article.content, site, article.publishedAt)
      return ok(hashOf(derived) === hashOf(article.derived) ? null : { article: { ...article, derived } })
    })
    if (!done.ok && stopsAll(done.error)) return { ok: false, error: done.error }
  }
  return ok(undefined)
}

/** An article that cannot be read cannot be shown either; a disk that takes nothing more ends the work. */
export const stopsAll = (
  error: WriteError | ErrorWith<'not-found'>,
): error is ErrorWith<'disk-write-failed' | 'read-only'> =>
  error.code === 'disk-write-failed' || error.code === 'read-only'
