import type { Content } from '../../../shared/article/content'
import type { ArticleView, MoveOffer } from '../../../shared/contract'
import type { ArticleType } from '../../../shared/site/article-types'
import { findPlaceholders, missingParts, typeOf } from '../../../shared/workflow/readiness'

const placeholderSentence = (excerpt: string): string => `A placeholder is still there: “${excerpt}”.`
const lacking = (content: Content, types: readonly ArticleType[]): string[] => [
  ...missingParts(content, typeOf(content, types)),
  ...findPlaceholders(content).map(placeholderSentence),
]

/**
 * The moves as they are offered, with what the text lacks said of the text on screen: the desk can only speak of
 * what is kept.
 */
export function offersFor(
  view: Pick<ArticleView, 'moves' | 'article'>,
  typed: Content,
  types: readonly ArticleType[],
): MoveOffer[] {
  const keptLacks = lacking(view.article.content, types)
  const nowLacks = lacking(typed, types)
  return view.moves.map((offer) => {
    if (offer.move !== 'submit') return offer
    return {
      ...offer,
      reasons: [...nowLacks, ...offer.reasons.filter((reason) => !keptLacks.includes(reason))],
    }
  })
}
