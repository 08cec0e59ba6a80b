import type { Article } from '../../shared/article/article'
import type { Content } from '../../shared/article/content'
import type { ArticleView, InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { settleAnchor } from '../../shared/review/anchor-at'
import { acceptSuggestion, contradiction } from '../../shared/review/accept-suggestion'
import { applySuggestion } from '../../shared/review/apply-suggestion'
import type { Suggestion } from '../../shared/review/remarks'
import { hasRole, type Person } from '../../shared/workflow/people'
import { changeRemarks, refused, wordsChanged } from './discussion'
import type { Holder } from './edit-locks'
import { decideKeep } from './keep-decision'
import { keepContext } from './keeping'
import { refusalOfLock } from './locking'
import { nameBook } from './names'
import type { ReadError, WriteError } from './ports'
import { remarkRow } from './remark-rows'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { viewArticle, viewChecked } from './view'

type Refusal = WriteError | ErrorWith<'not-found' | 'remark-refused'>
type Unanswered = ErrorWith<'remark-refused' | 'edit-refused' | 'revision-conflict'>
type Answer = OutputOf<'suggestion.answer'>
type Wanted = InputOf<'suggestion.answer'>

const mostSuggestions = 2000

/** Proposes a change of some words. Anybody may who is signed in; whoever edits the article answers. */
export function addSuggestion(
  room: Room,
  person: Person,
  { id, anchor, text, note }: InputOf<'suggestion.add'>,
): Promise<Result<ArticleView, Refusal>> {
  const suggestion = room.newId()
  const at = moment(room)
  return changeRemarks(room, person, id, ({ content, review }) => {
    const there = settleAnchor(content, anchor)
    if (!there) return err(wordsChanged)
    if (text === there.quote) return err(refused('It suggests what is there already.'))
    if (review.suggestions.length >= mostSuggestions)
      return err(refused('It has as many suggestions as it can hold.'))
    const possible = applySuggestion(content, { anchor: there, text })
    if (!possible.ok) return err(refused(possible.error))
    const added: Suggestion = { id: suggestion, by: person.id, at, anchor: there, text, note, answer: null }
    return ok({
      review: { ...review, suggestions: [...review.suggestions, added] },
      done: { deed: 'suggest', remarks: [suggestion] },
    })
  })
}

/** Takes back a suggestion of one’s own, or any as a desk chief, as long as nobody answered it. */
export function withdrawSuggestion(
  room: Room,
  person: Person,
  { id, suggestion }: InputOf<'suggestion.withdraw'>,
): Promise<Result<ArticleView, Refusal | ErrorWith<'not-allowed'>>> {
  return changeRemarks<ErrorWith<'not-found' | 'not-allowed' | 'remark-refused'>>(
    room,
    person,
    id,
    ({ review }) => {
      const found = review.suggestions.find((one) => one.id === suggestion)
      if (!found) return err({ code: 'not-found', what: 'suggestion', id: suggestion })
      if (found.answer) return err(refused(alreadyAnswered))
      if (found.by !== person.id && !hasRole(person, ['chief'])) {
        const reason = 'only who made it or a desk chief can.'
        return err({ code: 'not-allowed', action: 'take this suggestion back', reason })
      }
      return ok({
        review: { ...review, suggestions: review.suggestions.filter((one) => one !== found) },
        done: { deed: 'withdraw suggestion', remarks: [suggestion] },
      })
    },
  )
}

const alreadyAnswered = 'It was answered already.'

/**
 * Accepts or refuses suggestions, for who may edit the article. What is accepted becomes one new revision in their
 * name; the log names who suggested it. Where none can be answered, the reason of the first is the refusal.
 * @param window the window that asks: a text that is edited in another one is not changed
 */
export async function answerSuggestions(
  room: Room,
  person: Person,
  wanted: Wanted,
  window: Holder,
): Promise<Result<Answer, Refusal | ReadError | ErrorWith<'edit-refused'>>> {
  const { id, kind } = wanted
  const locked = kind === 'accepted' ? refusalOfLock(room, id, window) : null
  if (locked) return err(locked)
  return room.keeps(() => answerInTurn(room, person, wanted))
}

async function answerInTurn(
  room: Room,
  person: Person,
  wanted: Wanted,
): Promise<Result<Answer, Refusal | ReadError | ErrorWith<'edit-refused'>>> {
  const { id } = wanted
  const context = keepContext(room, person, id, await room.library.articles.entries())
  const { now, printedNames } = context
  const nameOf = nameBook(room.library).person
  let left: Answer['left'] = []
  const answered = await room.library.articles.change<Unanswered>(id, (article, latest) => {
    const { editRefusal } = viewArticle(room, person, article)
    if (editRefusal !== null) return err({ code: 'edit-refused', reason: editRefusal })
    const all = answerAll(article, wanted, { by: person.id, at: now }, nameOf)
    left = all.left
    const [first] = left
    if (all.done.length === 0 && first) return err(refused(first.reason))
    const { content, review } = all
    const kept = decideKeep(article, latest, { basedOn: article.revision, content, remarks: review }, context)
    if (!kept.ok) return kept
    const change = kept.value ?? { article: { ...article, review } }
    const names = printedNames(change.article.content.authors)
    const done = {
      deed: wanted.kind === 'accepted' ? ('accept suggestion' as const) : ('refuse suggestion' as const),
      remarks: all.done.map((one) => one.id),
      of: all.done.map((one) => one.by),
    }
    const entry = remarkRow(done, change.article, person.id, { now, authorNames: names })
    return ok({ ...change, ...signedEntry(room, entry) })
  })
  if (!answered.ok) {
    const { error } = answered
    return err(error.code === 'revision-conflict' ? wordsChanged : error)
  }
  room.announce('article.changed', { id, revision: answered.value.revision })
  return ok({ view: await viewChecked(room, person, answered.value), left })
}

interface Answered {
  content: Content
  review: Article['review']
  done: Suggestion[]
  left: Answer['left']
}

/** Answers one after another: each accepted one may move the words of those behind it, or change them. */
function answerAll(
  { content, review }: Article,
  { suggestions, kind }: Pick<Wanted, 'suggestions' | 'kind'>,
  mark: { by: string; at: string },
  nameOf: (person: string) => string,
): Answered {
  const now: Answered = { content, review, done: [], left: [] }
  for (const id of new Set(suggestions)) {
    const leave = (reason: string): void => void now.left.push({ suggestion: id, reason })
    const found = now.review.suggestions.find((one) => one.id === id)
    if (!found) leave('There is no such suggestion any more.')
    else if (found.answer) {
      // One that asked for the very same as another of them was accepted along with it.
      if (!now.done.some((one) => one.id === id)) leave(alreadyAnswered)
    } else if (kind === 'refused') {
      const answer = { kind, ...mark }
      const marked = now.review.suggestions.map((one) => (one === found ? { ...one, answer } : one))
      now.review = { ...now.review, suggestions: marked }
      now.done.push(found)
    } else {
      const accepted = acceptSuggestion(now.content, now.review, found, { kind, ...mark })
      if (accepted.ok) {
        now.content = accepted.value.content
        now.review = accepted.value.review
        now.done.push(...accepted.value.accepted)
      } else leave(contradiction(found, now.review.suggestions, nameOf) ?? accepted.error)
    }
  }
  return now
}

/**
 * Opens an answered suggestion again, for who may edit the article, where its words stand as they were: a refused one,
 * or an accepted one that was undone.
 */
export function reopenSuggestion(
  room: Room,
  person: Person,
  { id, suggestion }: InputOf<'suggestion.reopen'>,
): Promise<Result<ArticleView, Refusal | ErrorWith<'edit-refused'>>> {
  return changeRemarks<Refusal | ErrorWith<'edit-refused'>>(room, person, id, (article) => {
    const { editRefusal } = viewArticle(room, person, article)
    if (editRefusal !== null) return err({ code: 'edit-refused', reason: editRefusal })
    const { content, review } = article
    const found = review.suggestions.find((one) => one.id === suggestion)
    if (!found) return err({ code: 'not-found', what: 'suggestion', id: suggestion })
    if (!found.answer) return err(refused('It is open already.'))
    const there = found.anchor.gone ? null : settleAnchor(content, found.anchor)
    if (!there) return err(refused('Its words do not stand as they were. Bring them back first.'))
    const { against: _settled, ...open } = { ...found, anchor: there, answer: null }
    return ok({
      review: { ...review, suggestions: review.suggestions.map((one) => (one === found ? open : one)) },
      done: { deed: 'reopen suggestion', remarks: [suggestion], of: [found.by] },
    })
  })
}
