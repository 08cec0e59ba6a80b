import { err, ok, type Result } from '../kernel/result'
import type { MoveName } from '../workflow/moves'
import { hasRole, roleNames, type Person } from '../workflow/people'
import { stateNames, type ShownState } from '../workflow/states'

/** A review as far as it matters who has it. */
interface Review {
  state: ShownState
  /** Who has it, by id. */
  assignee: string | null
}

/** What waits, and what was put aside while it waited. */
const takenFrom: readonly ShownState[] = ['submitted', 'in-review', 'reopened', 'on-hold']

/** Why nobody can have the review of an article in a state, or null. */
const unreviewable = (state: ShownState): string | null =>
  takenFrom.includes(state) ? null : `Nobody can take it while it is ${stateNames[state].toLowerCase()}.`

/**
 * Whether a person may take a review: one that nobody has, or the one they saw somebody else have.
 * @param from whom they take it from, by id; undefined takes it from nobody
 * @param nameOf names for ids
 */
export function decideClaim(
  { state, assignee }: Review,
  person: Pick<Person, 'id'>,
  from: string | undefined,
  nameOf: (id: string) => string,
): Result<{ assignee: string }, string> {
  const refusal = unreviewable(state)
  if (refusal !== null) return err(refusal)
  if (assignee !== null && assignee !== person.id && assignee !== from)
    return err(`${nameOf(assignee)} has it.`)
  return ok({ assignee: person.id })
}

/** Whether a review may be given to somebody: they may review and still work here. */
export function decideHandOver(
  { state, assignee }: Review,
  to: Pick<Person, 'id' | 'name' | 'role' | 'disabled'>,
): Result<{ assignee: string }, string> {
  const refusal = unreviewable(state)
  if (refusal !== null) return err(refusal)
  if (to.disabled) return err(`${to.name} no longer signs in here.`)
  if (!hasRole(to, ['chief']))
    return err(`${to.name} is ${roleNames[to.role].toLowerCase()}: reviewing is for desk chiefs and admins.`)
  if (assignee === to.id) return err(`${to.name} has it already.`)
  return ok({ assignee: to.id })
}

/** Whether a person may give a review back to the desk: it has to be theirs. */
export function decideGiveBack(
  { assignee }: Pick<Review, 'assignee'>,
  person: Pick<Person, 'id'>,
  nameOf: (id: string) => string,
): Result<{ assignee: null }, string> {
  if (assignee === null) return err('Nobody has it.')
  return assignee === person.id
    ? ok({ assignee: null })
    : err(`${nameOf(assignee)} has it, so it is theirs to give back.`)
}

/**
 * Who has a review after a move. Starting one that nobody has takes it; approving and spiking end it. A text that is
 * sent back keeps its reviewer, so that it returns to the eyes that know it.
 */
export function assigneeAfter(move: MoveName, assignee: string | null, person: string): string | null {
  if (move === 'start-review') return assignee ?? person
  return move === 'approve' || move === 'spike' ? null : assignee
}
