import type { ArticleView, InputOf, MoveOffer } from '../../../shared/contract'
import { moves, type MoveName } from '../../../shared/workflow/moves'

/** The moves a reviewer makes here, in the order of their buttons. Submitting and recalling belong to the writing. */
const reviewMoves: readonly MoveName[] = [
  'start-review',
  'approve',
  'request-changes',
  'resume',
  'hold',
  'restore',
  'spike',
  'correct',
  'withdraw',
]

/** What a reviewer most likely came for: the one button that stands out. */
const mainMoves: readonly MoveName[] = ['start-review', 'approve', 'resume', 'restore']

/** What is said with a move. */
export type MoveWords = Pick<InputOf<'article.move'>, 'note' | 'correction'>

export interface MoveButton extends MoveOffer {
  title: string
  main: boolean
  /** Whether it is asked for in a dialog what it has to be told with. */
  asks: boolean
  /** Why it cannot be made now, in one line, or ''. */
  refusal: string
}

/** The buttons for what may be done with an article in review now. */
export function moveButtons({ moves: offers }: Pick<ArticleView, 'moves'>): MoveButton[] {
  const offered = reviewMoves.flatMap((name) => offers.find((offer) => offer.move === name) ?? [])
  const main = offered.find((offer) => mainMoves.includes(offer.move))
  return offered.map((offer) => ({
    ...offer,
    title: moves[offer.move].title,
    main: offer === main,
    asks: moves[offer.move].noteFor !== undefined,
    refusal: offer.reasons.join(' '),
  }))
}

/** The move that takes another back, and what a toast says of it; moves that only a person can answer have none. */
export const undoOf: Partial<Record<MoveName, { move: MoveName; said: string }>> = {
  hold: { move: 'resume', said: 'Held.' },
  spike: { move: 'restore', said: 'Spiked. Undo brings it back as a draft.' },
}
