import type { Content } from '../../../shared/article/content'
import type { ArticleView, MoveOffer } from '../../../shared/contract'
import { findPlaceholders, missingParts } from '../../../shared/workflow/readiness'

const placeholderSentence = (excerpt: string): string => `A placeholder is still there: “${excerpt}”.`
const lacking = (content: Content): string[] => [
  ...missingParts(content),
  ...findPlaceholders(content).map(placeholderSentence),
]

/**
 * The moves as they are offered, with what the text lacks said of the text on screen: the desk can only speak of
 * what is kept.
 */
export function offersFor(view: Pick<ArticleView, 'moves' | 'article'>, typed: Content): MoveOffer[] {
  const keptLacks = lacking(view.article.content)
  const nowLacks = lacking(typed)
  return view.moves.map((offer) => {
    if (offer.move !== 'submit') return offer
    return {
      ...offer,
      reasons: [...nowLacks, ...offer.reasons.filter((reason) => !keptLacks.includes(reason))],
    }
  })
}
