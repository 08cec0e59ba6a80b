import type { ArticleView, InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { CheckSurroundings } from '../../shared/review/machine-checks/surroundings'
import { decideMove } from '../../shared/workflow/decide'
import type { Person } from '../../shared/workflow/people'
import type { FlagName } from '../../shared/workflow/states'
import { surroundingsOf } from './check-surroundings'
import { approvalNote } from './checklist'
import { flagRow, moveRow } from './log-rows'
import { approvalFacts } from './approvals'
import { moveContext } from './move-context'
import { printedNames } from './names'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { viewChecked } from './view'

/** Moves an article through the workflow. Exporting is not done here: it also has to write the site. */
export async function moveArticle(
  room: Room,
  person: Person,
  { id, move, note, correction, seen }: InputOf<'article.move'>,
): Promise<Result<ArticleView, WriteError | ErrorWith<'not-found' | 'move-refused'>>> {
  if (move === 'export') {
    const reasons = ['An article is exported together with the site: use Publish.']
    return err({ code: 'move-refused', move, reasons })
  }
  const now = moment(room)
  const around = move === 'approve' ? await aroundOf(room, id) : {}
  const moved = await room.library.articles.change(id, (article) => {
    if (seen !== undefined && seen !== article.revision) {
      const reasons = [
        `It was changed meanwhile: you looked at revision ${seen}, and ${article.revision} is kept now.`,
      ]
      return err({ code: 'move-refused' as const, move, reasons })
    }
    const context = moveContext(room.library, article, {
      ...{ person, note, now },
      correction: correction ?? null,
      ...around,
      ...approvalFacts(room, article, person),
    })
    const decided = decideMove(move, article, context)
    if (!decided.ok) return decided
    const words = move === 'approve' ? approvalNote(note, decided.value) : note
    const entry = moveRow(move, article, decided.value, person.id, { ...context, note: words })
    return ok({ article: decided.value, ...signedEntry(room, entry) })
  })
  if (!moved.ok) return moved
  room.announce('article.changed', { id, revision: moved.value.revision })
  return ok(await viewChecked(room, person, moved.value))
}

/** What the checks before an approval look at; nothing for an article that cannot be found. */
async function aroundOf(room: Room, id: string): Promise<{ around?: CheckSurroundings }> {
  const found = await room.library.articles.find(id)
  return found.ok ? { around: await surroundingsOf(room, found.value) } : {}
}

/** Sets whether a matter must be settled before approval, or that this person settled it. */
export async function flagArticle(
  room: Room,
  person: Person,
  { id, flag, value }: { id: string; flag: FlagName; value: 'not-needed' | 'required' | 'done' },
): Promise<Result<ArticleView, WriteError | ErrorWith<'not-found' | 'not-allowed'>>> {
  const allowed = mayDo(person, ['chief'], 'set what must be checked')
  if (!allowed.ok) return allowed
  const now = moment(room)
  const flagged = await room.library.articles.change(id, (article) => {
    const set = value === 'done' ? { doneBy: person.id, at: now } : value
    const { review } = article
    const next = { ...article, review: { ...review, flags: { ...review.flags, [flag]: set } } }
    const authorNames = printedNames(room.library.authors.read(), article.content.authors)
    const entry = flagRow(flag, article, next, person.id, { now, authorNames })
    return ok({ article: next, ...signedEntry(room, entry) })
  })
  if (!flagged.ok) return flagged
  room.announce('article.changed', { id, revision: flagged.value.revision })
  return ok(await viewChecked(room, person, flagged.value))
}
