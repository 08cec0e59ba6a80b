import type { Content } from '../../../../shared/article/content'
import type { Place } from '../../../../shared/checking/places'
import type { OutputOf } from '../../../../shared/contract'
import type { ArticleType } from '../../../../shared/site/article-types'
import { outsideLimits, placeholdersLeft, shortcomings } from '../../../../shared/workflow/readiness'
import { stateNames } from '../../../../shared/workflow/states'

export { linkQuestion, linkRemarks } from '../../../../shared/checking/link-remarks'

/** Something to settle or to look at. */
export interface Remark {
  sentence: string
  /** Where it can be settled; none for what stands elsewhere. */
  places: readonly Place[]
  /** Another article that it is about. */
  article?: string
}

/** What keeps the article from being submitted: what is missing, limits that are strict, and placeholders. */
export const blockingRemarks = (content: Content, type: ArticleType): Remark[] => [
  ...shortcomings(content, type),
  ...placeholdersLeft(content),
]

/** Texts outside the limits of a type that only advises. */
export const lengthRemarks = (content: Content, type: ArticleType): Remark[] =>
  type.strict ? [] : outsideLimits(content, type)

/** What the desk says of the headline and the slug. */
export function duplicateRemarks({ headlines, slug }: OutputOf<'check.duplicates'>): Remark[] {
  const alike = headlines.map(({ id, headline, state, same }): Remark => ({
    sentence: `${same ? 'The same headline' : 'A similar headline'}: “${headline}” (${stateNames[state].toLowerCase()}).`,
    places: [{ in: 'field', field: 'headline' }],
    article: id,
  }))
  const taken: Remark[] = slug
    ? [
        {
          sentence: `The slug “${slug.wanted}” belongs to “${slug.takenBy}”; this article’s becomes “${slug.becomes}”.`,
          places: [{ in: 'field', field: 'slug' }],
        },
      ]
    : []
  return [...alike, ...taken]
}
