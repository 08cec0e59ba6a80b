import type { Article } from '../../shared/article/article'
import { brokenParts } from '../../shared/article/seal'
import type { ArticleView, MoveOffer } from '../../shared/contract'
import type { CheckSurroundings } from '../../shared/review/machine-checks/surroundings'
import { approvalsOf } from '../../shared/workflow/approval'
import { editRefusal, refusals, sealedNow, shownState } from '../../shared/workflow/decide'
import { moves, type MoveName } from '../../shared/workflow/moves'
import { hasRole, type Person } from '../../shared/workflow/people'
import { surroundingsOf } from './check-surroundings'
import { approvalFacts, approvalView } from './approvals'
import { moveContext } from './move-context'
import { nameBook, printedNames } from './names'
import { moment, type Room } from './room'

/** As `viewArticle`, with the surroundings that an approval would be decided with, where one can be asked for. */
export async function viewChecked(room: Room, reader: Person | null, article: Article): Promise<ArticleView> {
  const mayApprove = reader !== null && hasRole(reader, moves.approve.who)
  const isAsked = mayApprove && (moves.approve.from as readonly string[]).includes(article.review.state)
  return viewArticle(room, reader, article, isAsked ? await surroundingsOf(room, article) : undefined)
}

/**
 * An article with all that depends on who looks; `reader` is null for one who only reads, unsigned.
 * @param around what the checks look at; left out, an approval is offered as if the article stood alone
 */
export function viewArticle(
  room: Room,
  reader: Person | null,
  article: Article,
  around?: CheckSurroundings,
): ArticleView {
  const authorNames = printedNames(room.library.authors.read(), article.content.authors)
  const state = shownState(article, authorNames)
  const { seal } = article.review
  return {
    article,
    state,
    changedSinceApproval: seal ? brokenParts(seal, sealedNow(article, authorNames)) : [],
    approval: approvalView(room, article, sealedNow(article, authorNames).hash),
    editRefusal: reader ? whyNotEdit(room, reader, state) : 'nobody is signed in.',
    moves: reader ? offers(room, reader, article, state, around) : [],
    names: namesIn(room, article),
  }
}

function whyNotEdit(room: Room, reader: Person, state: ArticleView['state']): string | null {
  const { readOnlyBecause } = room.library
  return readOnlyBecause === null
    ? editRefusal(state, reader)
    : `this library is open elsewhere (${readOnlyBecause}).`
}

/** Moves of this role in this state. Exporting has its own requests, and a note can still be given. */
function offers(
  room: Room,
  reader: Person,
  article: Article,
  state: ArticleView['state'],
  around: CheckSurroundings | undefined,
): MoveOffer[] {
  const context = moveContext(room.library, article, {
    person: reader,
    now: moment(room),
    ...approvalFacts(room, article, reader),
    note: 'a note to come',
    ...(around && { around }),
  })
  return (Object.keys(moves) as MoveName[])
    .filter((name) => name !== 'export' && hasRole(reader, moves[name].who))
    .filter(
      (name) => moves[name].from.includes(state) && moves[name].publicFrom.includes(article.public.state),
    )
    .map((move) => ({ move, reasons: refusals(move, article, context) }))
}

/** Names of everybody an article mentions by id: people, and the authors of its byline. */
function namesIn(room: Room, article: Article): Record<string, string> {
  const { content, review } = article
  const flagged = Object.values(review.flags).flatMap((flag) =>
    typeof flag === 'object' ? [flag.doneBy] : [],
  )
  const people = [
    article.createdBy,
    article.updatedBy,
    review.by,
    review.submittedBy,
    review.seal?.by,
    ...approvalsOf(review).map((one) => one.by),
    content.readTime?.by,
    article.public.withdrawal?.by,
    ...article.public.corrections.map((one) => one.by),
    ...review.changedBy,
    ...review.threads.flatMap(({ comments, resolved }) => [
      resolved?.by,
      ...comments.flatMap(({ by, mentions }) => [by, ...mentions]),
    ]),
    ...review.suggestions.flatMap(({ by, answer }) => [by, answer?.by]),
    ...review.claims.flatMap(({ by, checked }) => [by, checked?.by]),
    ...flagged,
  ].filter((id) => id !== null && id !== undefined)
  const book = nameBook(room.library)
  return Object.fromEntries([
    ...people.map((id) => [id, book.person(id)]),
    ...content.authors.map((id) => [id, book.author(id)]),
  ])
}
