import type { Article, Seal } from '../article/article'
import { hashSealed, sealableOf } from '../article/seal'
import { err, ok, type Result } from '../kernel/result'
import { assigneeAfter } from '../review/assignment'
import type { ErrorWith } from '../kernel/app-error'
import { alone } from '../review/machine-checks/surroundings'
import { correctionText, type CorrectionForm } from './correction'
import { approve } from './approve'
import type { MoveContext } from './move-context'
import { guards, type MoveFacts } from './guards'
import { editors, moves, type MoveName } from './moves'
import { hasRole, roleNames, type Person, type Role } from './people'
import { publicStateNames, stateNames, type ShownState } from './states'

/** The sealed parts of an article as they are now. */
export const sealedNow = (article: Article, authorNames: readonly string[]): Sealed =>
  hashSealed(sealableOf(article, authorNames))

/** The state people see: an approved article whose content left its seal is `reopened`. */
export function shownState(article: Article, authorNames: readonly string[]): ShownState {
  const { state } = article.review
  return state === 'approved' ? stateBeside(sealedNow(article, authorNames), article) : state
}

const stateBeside = ({ hash }: Sealed, { review: { state, seal } }: Article): ShownState =>
  state === 'approved' && seal?.hash !== hash ? 'reopened' : state

/** What a seal of an article would be now. Hashing is most of the work of a decision, so each one does it once. */
type Sealed = Pick<Seal, 'hash' | 'parts'>

/** Whether an approved article was changed and says again what its approval sealed, so that the approval stands. */
export const isWholeAgain = ({ review }: Pick<Article, 'review'>, shown: ShownState): boolean =>
  shown === 'approved' && review.changedBy.length > 0

/** Every reason to refuse a move, in words; empty when it is allowed. */
export const refusals = (name: MoveName, article: Article, context: MoveContext): string[] =>
  reasonsAgainst(name, article, context, sealedNow(article, context.authorNames))

function reasonsAgainst(name: MoveName, article: Article, context: MoveContext, sealed: Sealed): string[] {
  const move = moves[name]
  const { person } = context
  if (!hasRole(person, move.who))
    return [`${move.title} is for ${inWords(move.who)}; ${person.name} is ${aRole(person)}.`]
  const state = stateBeside(sealed, article)
  if (!move.from.includes(state))
    return [`${move.title} is not possible while the article is ${lower(stateNames[state])}.`]
  if (!move.publicFrom.includes(article.public.state)) {
    return [
      `${move.title} is not possible for an article that is ${lower(publicStateNames[article.public.state])}.`,
    ]
  }
  const { site, rules, articleTypes, asOf } = context
  const facts: MoveFacts = {
    ...context,
    article,
    sealedNow: sealed,
    around: context.around ?? alone({ site, rules, articleTypes, today: asOf.slice(0, 10) }),
  }
  return move.guards.flatMap((guard) => guards[guard](facts))
}

/** The article after a move, or why not. Pure: nothing is stored. */
export function decideMove(
  name: MoveName,
  article: Article,
  context: MoveContext,
): Result<Article, ErrorWith<'move-refused'>> {
  const sealed = sealedNow(article, context.authorNames)
  const reasons = reasonsAgainst(name, article, context, sealed)
  if (reasons.length > 0) return err({ code: 'move-refused', move: name, reasons })
  return ok(after(name, article, context, sealed))
}

/** Moves that leave an approval standing which waits for a second one. */
const keepsApprovals: readonly MoveName[] = ['approve', 'hold', 'resume']

function after(name: MoveName, article: Article, context: MoveContext, sealed: Sealed): Article {
  const { person, now, note } = context
  const { to } = moves[name]
  const { review } = article
  if (to === 'stays') return afterPublicMove(name, article, context, sealed)
  const moved: Article = {
    ...article,
    review: {
      ...review,
      state: to === 'where-it-was' ? (review.heldFrom ?? 'draft') : to,
      heldFrom: name === 'hold' ? review.state : null,
      since: now,
      by: person.id,
      note,
      submittedBy: name === 'submit' ? person.id : review.submittedBy,
      assignee: assigneeAfter(name, review.assignee, person.id),
      approvals: keepsApprovals.includes(name) ? review.approvals : [],
    },
  }
  return name === 'approve' ? approve(moved, context) : moved
}

function afterPublicMove(name: MoveName, article: Article, context: MoveContext, { hash }: Sealed): Article {
  const { person, now, note, path, authorNames } = context
  const was = article.public
  if (name === 'correct') {
    // Readers will see its words, so whoever wrote them cannot be the one to approve them.
    const changedBy = [...new Set([...article.review.changedBy, person.id])]
    return {
      ...article,
      review: { ...article.review, changedBy },
      public: {
        ...was,
        corrections: [...was.corrections, { ...corrected(context), by: person.id, at: now }],
      },
    }
  }
  if (name === 'withdraw') {
    return {
      ...article,
      public: { ...was, state: 'withdrawn', withdrawal: { reason: note.trim(), by: person.id, at: now } },
    }
  }
  const exported = { revision: article.revision, hash, path, at: now, authorNames: [...authorNames] }
  const moved = was.exported !== null && was.exported.path !== path
  return {
    ...article,
    public: {
      ...was,
      state: was.corrections.length > 0 ? 'corrected' : 'live',
      exported,
      firstExportedAt: was.firstExportedAt ?? now,
      formerPaths: moved
        ? [...new Set([...was.formerPaths, was.exported?.path ?? ''])].filter((one) => one !== path)
        : was.formerPaths,
    },
  }
}

function corrected({ correction, note }: MoveContext): CorrectionForm & { text: string } {
  if (!correction) return { text: note.trim(), wrong: '', right: '', seriousness: 'minor' }
  const { wrong, right, seriousness } = correction
  return { text: correctionText(correction), wrong: wrong.trim(), right: right.trim(), seriousness }
}

/** Why a person may not edit an article now, or null when they may. */
export function editRefusal(state: ShownState, person: Pick<Person, 'name' | 'role'>): string | null {
  const who = editors[state]
  if (!who) return `it is ${lower(stateNames[state])}.`
  if (!hasRole(person, who))
    return `while it is ${lower(stateNames[state])}, only ${inWords(who)} can edit it.`
  return null
}

const lower = (words: string): string => words.toLowerCase()
const aRole = ({ role }: Pick<Person, 'role'>): string =>
  `${/^[aeiou]/i.test(roleNames[role]) ? 'an' : 'a'} ${lower(roleNames[role])}`
/** `editors, desk chiefs and admins`. */
const inWords = (roles: readonly Role[]): string => {
  const names = roles.map((role) => (role === 'production' ? 'production' : `${lower(roleNames[role])}s`))
  return `${names.join(', ')} and admins`
}
