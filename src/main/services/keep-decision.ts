import type { Article } from '../../shared/article/article'
import { deskNotes, type Content, type DeskNotes } from '../../shared/article/content'
import { derive } from '../../shared/article/derive'
import { revisionId, type KeepReason, type Revision } from '../../shared/article/revision'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { hashOf } from '../../shared/kernel/hash'
import { err, ok, type Result } from '../../shared/kernel/result'
import { carryRemarks, type Remarks } from '../../shared/review/carry-anchors'
import type { SiteSettings } from '../../shared/site/settings'
import { editRefusal, sealedNow, shownState } from '../../shared/workflow/decide'
import type { Person } from '../../shared/workflow/people'
import type { Sign } from '../../shared/workflow/signature'
import { keepRow } from './log-rows'
import type { ArticleChange } from './ports'
import { settleSlug } from './slugs'

/** What deciding a keep needs besides the article. */
export interface KeepContext {
  person: Pick<Person, 'id' | 'name' | 'role'>
  /** UTC, ISO 8601. */
  now: string
  site: SiteSettings
  /** Printed names of authors in the order given. */
  printedNames: (authors: readonly string[]) => string[]
  isTaken: (slug: string) => boolean
  /** Signs what the log says of the keep, if it says anything. */
  sign: Sign | null
}

/** Content as it will be stored: the slug settled, the read time's person and moment set by the desk. */
export function settle(article: Article, typed: Content, { person, now, isTaken }: KeepContext): Content {
  return {
    ...typed,
    authors: [...new Set(typed.authors)],
    tags: [...new Set(typed.tags)],
    slug: settleSlug(article, typed, isTaken),
    readTime: stampReadTime(article.content.readTime, typed.readTime, person.id, now),
    ...(typed.desk && {
      desk: { ...typed.desk, ignored: stampIgnored(article.content, typed.desk.ignored, person.id, now) },
    }),
  }
}

function stampReadTime(
  kept: Content['readTime'],
  typed: Content['readTime'],
  by: string,
  at: string,
): Content['readTime'] {
  if (typed === null) return null
  return kept?.minutes === typed.minutes ? kept : { minutes: typed.minutes, by, at }
}

/** What was ignored before stays as it was noted; whoever keeps a new one is who ignored it, now. */
const stampIgnored = (
  kept: Pick<Content, 'desk'>,
  typed: DeskNotes['ignored'],
  by: string,
  at: string,
): DeskNotes['ignored'] =>
  typed.map((one) => {
    const before = deskNotes(kept).ignored.find(
      ({ rule, text, reason }) => rule === one.rule && text === one.text && reason === one.reason,
    )
    return before ?? { ...one, by, at }
  })

/**
 * The article with newly typed content, or null when nothing differs from what is kept. What is said about the article
 * goes along with its words, unless it was carried already: `remarks`. Pure.
 */
export function decideKeep(
  article: Article,
  latest: Revision | null,
  typed: { basedOn: number; content: Content; because?: KeepReason; remarks?: Remarks },
  context: KeepContext,
): Result<ArticleChange | null, ErrorWith<'revision-conflict' | 'edit-refused'>> {
  const { person, now, site, printedNames } = context
  const content = settle(article, typed.content, context)
  if (hashOf(content) === hashOf(article.content)) return ok(null)
  if (typed.basedOn !== article.revision) {
    return err({ code: 'revision-conflict', yours: typed.basedOn, latest: article.revision })
  }
  const namesBefore = printedNames(article.content.authors)
  const refusal = editRefusal(shownState(article, namesBefore), person)
  if (refusal !== null) return err({ code: 'edit-refused', reason: refusal })

  const changed: Article = {
    ...article,
    revision: article.revision + 1,
    updatedAt: now,
    updatedBy: person.id,
    content,
    derived: derive(content, site, article.publishedAt),
  }
  const before = sealedNow(article, namesBefore).hash
  const sealedContentDiffers = sealedNow(changed, printedNames(content.authors)).hash !== before
  const { changedBy } = article.review
  const remarks = typed.remarks && { ...article.review, ...typed.remarks }
  const next: Article = {
    ...changed,
    review: {
      ...(remarks ?? carryRemarks(article.review, article.content, content)),
      changedBy: sealedContentDiffers ? [...new Set([...changedBy, person.id])] : changedBy,
    },
  }
  const entry =
    typed.because && keepRow(typed.because, next, { now, authorNames: printedNames(content.authors) })
  return ok({
    article: next,
    revision: revisionOf(next, latest),
    ...(entry && { entry, sign: context.sign }),
  })
}

/** The revision that an article's present content becomes, behind the one kept before it. */
export function revisionOf(article: Article, latest: Revision | null): Revision {
  const kept = {
    revision: article.revision,
    parents: latest ? [latest.id] : [],
    by: article.updatedBy,
    at: article.updatedAt,
    content: article.content,
    derived: article.derived,
    publishedAt: article.publishedAt,
  }
  return { ...kept, id: revisionId(kept) }
}

/** Whether unsaved text says the same as what is kept; what the desk sets by itself does not count. */
export function saysTheSame(draft: Content, article: Pick<Article, 'content'>): boolean {
  const { content } = article
  const slug = draft.slug.follows ? content.slug : { ...content.slug, text: draft.slug.text }
  const readTime =
    draft.readTime && draft.readTime.minutes === content.readTime?.minutes ? content.readTime : draft.readTime
  const { desk } = draft
  const noted = desk && { desk: { ...desk, ignored: stampIgnored(content, desk.ignored, '', '') } }
  return hashOf({ ...draft, slug, readTime, ...noted }) === hashOf(content)
}
