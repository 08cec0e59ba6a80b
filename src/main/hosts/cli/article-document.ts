import type { Summary } from '../../../shared/article/article'
import type { ArticleView } from '../../../shared/contract'
import type { SiteSettings } from '../../../shared/site/settings'
import { isWholeAgain } from '../../../shared/workflow/decide'

/** A list's row of an article. */
export function summaryOf({ article, state, names }: ArticleView, site: SiteSettings): Summary {
  const { content, derived } = article
  return {
    id: article.id,
    headline: content.headline,
    slug: content.slug.text,
    category: site.categories.find(({ id }) => id === content.category)?.name ?? '',
    authors: content.authors.map((id) => names[id] ?? ''),
    state,
    wholeAgain: isWholeAgain(article, state),
    publicState: article.public.state,
    revision: article.revision,
    words: derived.words,
    readTime: content.readTime?.minutes ?? derived.minutes,
    updatedAt: article.updatedAt,
  }
}

/** An article for people and scripts: one flat document, with names where the library has ids. */
export function articleDocument(view: ArticleView, site: SiteSettings): Record<string, unknown> {
  const { article, names, changedSinceApproval } = view
  const { content, derived, review } = article
  const { authors: authorIds, category: categoryId, slug, readTime, publishTime, ...words } = content
  const called = (id: string | null): string | null => (id === null ? null : (names[id] ?? id))
  return {
    ...summaryOf(view, site),
    ...words,
    slugFollowsHeadline: slug.follows,
    characters: derived.characters,
    /** Computed minutes, whatever the override says. */
    minutes: derived.minutes,
    readTimeOverride: readTime && { ...readTime, by: called(readTime.by) },
    publishTime: publishTime.kind === 'at' ? publishTime.at : publishTime.kind,
    publishedAt: article.publishedAt,
    printedDate: derived.printedDate,
    categoryId,
    authorIds,
    createdAt: article.createdAt,
    createdBy: called(article.createdBy),
    updatedBy: called(article.updatedBy),
    review: {
      ...review,
      by: called(review.by),
      submittedBy: called(review.submittedBy),
      changedBy: review.changedBy.map(called),
      seal: review.seal && { ...review.seal, by: called(review.seal.by) },
      changedSinceApproval,
    },
    public: article.public,
    text: derived.text,
  }
}
