import type { ArticleView } from '../../shared/contract'
import type { Content } from '../../shared/article/content'
import type { KeepReason } from '../../shared/article/revision'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { hashOf } from '../../shared/kernel/hash'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { decideKeep, saysTheSame, type KeepContext } from './keep-decision'
import { printedNames } from './names'
import type { ReadError, WriteError } from './ports'
import { checkReferences } from './references'
import { moment, type Room } from './room'
import { slugTaken } from './slugs'
import { viewChecked } from './view'

export type KeepError =
  WriteError | ReadError | ErrorWith<'not-found' | 'revision-conflict' | 'edit-refused' | 'invalid-input'>

/** Typed content and the revision it was typed on. */
export interface Typed {
  id: string
  basedOn: number
  content: Content
  /** Why it is kept, where it was not just typed: its log says so. */
  because?: KeepReason
}

/**
 * Keeps typed content as a new revision and forgets this person's draft where it says the same: they may have typed
 * something else at another window. Equal content makes no revision.
 */
export function keepArticle(
  room: Room,
  person: Person,
  typed: Typed,
): Promise<Result<ArticleView, KeepError>> {
  return room.keeps(() => keepInTurn(room, person, typed))
}

async function keepInTurn(
  room: Room,
  person: Person,
  { id, basedOn, content, because }: Typed,
): Promise<Result<ArticleView, KeepError>> {
  const { articles, drafts } = room.library
  const found = await articles.find(id)
  if (!found.ok) return found
  const sound = await checkReferences(room.library, content, found.value.content)
  if (!sound.ok) return sound

  const context = keepContext(room, person, id, await articles.entries())
  const kept = await articles.change(id, (article, latest) =>
    decideKeep(article, latest, { basedOn, content, because }, context),
  )
  if (!kept.ok) return kept
  // A draft that could not be forgotten says the same as what is kept, so nobody will be asked about it.
  const isKept = (draft: Content): boolean =>
    hashOf(draft) === hashOf(content) || saysTheSame(draft, kept.value)
  await drafts.discard(id, person.id, (draft) => isKept(draft.content))
  if (kept.value.revision !== found.value.revision) {
    room.announce('article.changed', { id, revision: kept.value.revision })
  }
  return ok(await viewChecked(room, person, kept.value))
}

/** What a keep of one article is decided with. */
export function keepContext(
  room: Room,
  person: Person,
  id: string,
  entries: Parameters<typeof slugTaken>[0],
): KeepContext {
  const { settings, authors } = room.library
  return {
    person,
    now: moment(room),
    site: settings.read().site,
    printedNames: (ids) => printedNames(authors.read(), ids),
    isTaken: slugTaken(entries, id),
    sign: room.keys.signerOf(person.id),
  }
}
