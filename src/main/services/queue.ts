import type { Article } from '../../shared/article/article'
import { zonedMoment } from '../../shared/site/zoned-time'
import type { ArticleView, InputOf, Moved } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { errorText } from '../../shared/kernel/explain-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { decideClaim, decideGiveBack, decideHandOver } from '../../shared/review/assignment'
import type { Priority } from '../../shared/review/remarks'
import { shownState } from '../../shared/workflow/decide'
import type { Person } from '../../shared/workflow/people'
import type { ShownState } from '../../shared/workflow/states'
import { queueRow } from './log-rows'
import { moveArticle } from './moving'
import { nameBook, printedNames } from './names'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { viewChecked } from './view'

type Refusal = WriteError | ErrorWith<'not-found' | 'not-allowed' | 'queue-refused'>
type Changed = Promise<Result<ArticleView, Refusal>>

/** Takes the review of an article: one that nobody has, or the one of whom they name. */
export function claimReview(room: Room, person: Person, { id, from }: InputOf<'queue.claim'>): Changed {
  const { person: nameOf } = nameBook(room.library)
  return assign(room, person, { id, action: 'claim', note: '' }, (review) =>
    decideClaim(review, person, from, nameOf),
  )
}

/** Gives the review of an article to somebody else. */
export async function handOverReview(
  room: Room,
  person: Person,
  { id, to, note }: InputOf<'queue.hand-over'>,
): Changed {
  const receiver = room.library.people.read().find((one) => one.id === to)
  if (!receiver) return err({ code: 'not-found', what: 'person', id: to })
  return assign(room, person, { id, action: 'hand over', note: note.trim() }, (review) =>
    decideHandOver(review, receiver),
  )
}

/** Gives the review of an article back to the desk. */
export function giveReviewBack(room: Room, person: Person, { id }: InputOf<'queue.give-back'>): Changed {
  const { person: nameOf } = nameBook(room.library)
  return assign(room, person, { id, action: 'give back', note: '' }, (review) =>
    decideGiveBack(review, person, nameOf),
  )
}

/** Sets how urgent an article is, and when it has to be out. */
export function planArticle(room: Room, person: Person, { id, ...plan }: InputOf<'queue.plan'>): Changed {
  const { timeZone } = room.library.settings.read().site
  return changeReview(room, person, { id, action: 'plan', note: '' }, ({ review }, state) => {
    if (state === 'spiked') return err('It is spiked: nothing is planned for it.')
    const { priority = review.priority, due = review.due } = plan
    const [from, to] = [planWords(review, timeZone), planWords({ priority, due }, timeZone)]
    return ok({ review: { ...review, priority, due }, from, to })
  })
}

/** Moves several articles, one after another; those that are refused do not stop the others. */
export async function moveArticles(
  room: Room,
  person: Person,
  { ids, move, note }: InputOf<'queue.move'>,
): Promise<Result<Moved[], never>> {
  const headlines = new Map((await room.library.articles.entries()).map((one) => [one.id, one.headline]))
  const report: Moved[] = []
  const all = new Set(ids)
  for (const id of all) {
    room.announce('queue.progress', { done: report.length, total: all.size })
    const moved = await moveArticle(room, person, { id, move, note })
    const refused = moved.ok ? null : inShort(moved.error)
    report.push({ id, headline: headlines.get(id) ?? '', refused })
  }
  return ok(report)
}

/** In a report of many articles the reasons are enough; what to do next would be said again and again. */
const inShort = (error: WriteError | ErrorWith<'not-found' | 'move-refused'>): string =>
  error.code === 'move-refused' ? error.reasons.join(' ') : errorText(error)

interface Deed {
  id: string
  action: 'claim' | 'hand over' | 'give back' | 'plan'
  note: string
}

interface Decided {
  review: Article['review']
  /** What the log says it was and became: ids of people, or words. */
  from: string
  to: string
}

/** Changes who has a review. */
const assign = (
  room: Room,
  person: Person,
  deed: Deed,
  decide: (review: {
    state: ShownState
    assignee: string | null
  }) => Result<{ assignee: string | null }, string>,
): Changed =>
  changeReview(room, person, deed, ({ review }, state) => {
    const decided = decide({ state, assignee: review.assignee })
    if (!decided.ok) return decided
    const { assignee } = decided.value
    return ok({ review: { ...review, assignee }, from: review.assignee ?? '', to: assignee ?? '' })
  })

/** Changes what a desk chief says of an article, with a row in its log. What changes nothing leaves none. */
async function changeReview(
  room: Room,
  person: Person,
  { id, action, note }: Deed,
  decide: (article: Article, state: ShownState) => Result<Decided, string>,
): Changed {
  const allowed = mayDo(person, ['chief'], 'manage the review queue')
  if (!allowed.ok) return allowed
  const now = moment(room)
  const changed = await room.library.articles.change(id, (article) => {
    const authorNames = printedNames(room.library.authors.read(), article.content.authors)
    const decided = decide(article, shownState(article, authorNames))
    if (!decided.ok) return err({ code: 'queue-refused' as const, reason: decided.error })
    const { review, from, to } = decided.value
    if (from === to) return ok(null)
    const next = { ...article, review }
    const entry = queueRow(action, next, person.id, { from, to, note, now, authorNames })
    return ok({ article: next, ...signedEntry(room, entry) })
  })
  if (!changed.ok) return changed
  room.announce('article.changed', { id, revision: changed.value.revision })
  return ok(await viewChecked(room, person, changed.value))
}

/** `urgent, due 2026-11-23T20:00:00+00:00`, with the site's own clock. */
const planWords = (
  { priority, due }: { priority: Priority; due: string | null },
  timeZone: string,
): string => (due === null ? priority : `${priority}, due ${zonedMoment(due, timeZone)}`)
