import type { Article } from '../../shared/article/article'
import { derive } from '../../shared/article/derive'
import { printedDate } from '../../shared/article/printed-date'
import type { Revision } from '../../shared/article/revision'
import { hashSealed } from '../../shared/article/seal'
import type { WithdrawnModel } from '../../shared/render/notice-pages'
import { pageArticleFrom } from '../../shared/render/page-article'
import type { PageArticle } from '../../shared/render/page-model'
import type { SiteSettings } from '../../shared/site/settings'
import { decideMove } from '../../shared/workflow/decide'
import type { MoveContext } from '../../shared/workflow/move-context'
import { trueApprovals } from './approvals'
import { printedNames } from './names'
import { addressTakenBy, moveContext } from './move-context'
import type { PublicArticle } from './publishing-ports'
import type { Viewpoint } from './viewpoint'

/** What an export makes of an article. */
export type Standing =
  /** Approved and sealed: its content as it is. `after` is the article once exported, null when readers know all of it. */
  | { kind: 'ready'; page: PageArticle; listed: PublicArticle; after: Article | null }
  /** Public, but its working copy may not go out: readers keep the exported revision. */
  | {
      kind: 'kept'
      page: PageArticle
      listed: PublicArticle
      reason: string
      authorNames: string[]
      reproduced: boolean
    }
  | { kind: 'withdrawn'; page: PageArticle; notice: WithdrawnModel['withdrawal'] }
  | { kind: 'refused'; reason: string }

/** The workflow's decision about exporting an article, with everything it depends on. */
export function exportContext(
  article: Article,
  { library, person, now, asOf, held, verifier }: Viewpoint,
): MoveContext {
  const approvals = trueApprovals(article, verifier)
  const context = moveContext(library, article, { person, note: '', now, asOf, approvals })
  return { ...context, addressTakenBy: addressTakenBy(held, { id: article.id, path: context.path }) }
}

/** What an export makes of an article that was approved or public once. */
export async function standingOf(article: Article, viewpoint: Viewpoint): Promise<Standing> {
  const { site } = viewpoint.library.settings.read()
  const { exported, state } = article.public
  if (state === 'withdrawn' && exported) return withdrawn(article, exported, viewpoint)
  const decided = decideMove('export', article, exportContext(article, viewpoint))
  if (!decided.ok) {
    const reason = decided.error.reasons.join(' ')
    return exported ? kept(article, exported, reason, viewpoint) : { kind: 'refused', reason }
  }
  const next = decided.value.public.exported
  if (!next) throw new Error('An export has to say what it exported')
  const known = exported?.hash === next.hash && exported.path === next.path
  return {
    kind: 'ready',
    page: pageArticleFrom(countedAnew(article, site), site),
    listed: listedAs(article.id, known ? exported : next),
    after: known && article.public.state === decided.value.public.state ? null : decided.value,
  }
}

/** What is counted and printed of a text is no part of its seal, so that it is taken from the sealed text itself. */
const countedAnew = (article: Article, site: SiteSettings): Article => ({
  ...article,
  derived: derive(article.content, site, article.publishedAt),
})

type Exported = NonNullable<Article['public']['exported']>

const listedAs = (id: string, { path, revision, hash }: Exported): PublicArticle => ({
  id,
  path,
  revision,
  seal: hash,
})

/** The page that readers have, from the revision that was exported; it is the same only if its seal still fits. */
async function kept(
  article: Article,
  exported: Exported,
  reason: string,
  viewpoint: Viewpoint,
): Promise<Standing> {
  const then = await exportedArticle(article, exported, viewpoint)
  const authorNames =
    exported.authorNames ?? printedNames(viewpoint.library.authors.read(), then.content.authors)
  const { hash } = hashSealed({
    content: then.content,
    publishedAt: then.publishedAt,
    corrections: then.public.corrections,
    authorNames,
  })
  return {
    kind: 'kept',
    page: { ...pageArticleFrom(then, viewpoint.library.settings.read().site), path: exported.path },
    listed: listedAs(article.id, exported),
    reason,
    authorNames,
    reproduced: hash === exported.hash,
  }
}

async function withdrawn(article: Article, exported: Exported, viewpoint: Viewpoint): Promise<Standing> {
  const { site } = viewpoint.library.settings.read()
  const then = await exportedArticle(article, exported, viewpoint)
  const { reason = '', at = exported.at } = article.public.withdrawal ?? {}
  return {
    kind: 'withdrawn',
    page: { ...pageArticleFrom(then, site), path: exported.path },
    notice: { reason, at, printedDate: printedDate(at, site.timeZone, then.content.lang) },
  }
}

/** The article as it was exported; its working copy where that revision cannot be read any more. */
async function exportedArticle(
  article: Article,
  exported: Exported,
  { library }: Viewpoint,
): Promise<Pick<Article, 'id' | 'content' | 'derived' | 'publishedAt' | 'public'>> {
  const found: Revision | null =
    article.revision === exported.revision
      ? null
      : await library.articles
          .revision(article.id, exported.revision)
          .then((read) => (read.ok ? read.value : null))
  const { content } = found ?? article
  return {
    id: article.id,
    content,
    // A revision is stored as it was counted then; minutes and printed date follow the settings, as everywhere.
    derived: derive(content, library.settings.read().site, article.publishedAt),
    publishedAt: article.publishedAt,
    public: {
      ...article.public,
      corrections: article.public.corrections.filter(({ at }) => at <= exported.at),
      updatedAt: earlier(article.public.updatedAt, exported.at),
    },
  }
}

/** A moment, where it is no later than another. */
const earlier = (at: string | null, limit: string): string | null => (at !== null && at <= limit ? at : null)
