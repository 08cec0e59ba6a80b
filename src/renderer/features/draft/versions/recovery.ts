import type { Content } from '../../../../shared/article/content'
import type { Draft as UnsavedText } from '../../../../shared/article/draft'
import type { ArticleView, Galley } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { err, ok, type Result } from '../../../../shared/kernel/result'
import type { Draft } from '../draft-store'

/** Takes back what was just done; what it took back can be done again. */
type Undo = () => Promise<void>

/** Shows the unsaved text that was found. Undone, what was there before stands again and the text is offered again. */
export function restoreUnsaved(galley: Galley, draft: Draft): Undo {
  const found = draft.offer.value
  if (!found) return () => Promise.resolve()
  const before = draft.view.value.article.content
  draft.offer.value = null
  draft.put(found.content)
  // Based on what it was typed on, so that a revision kept since is met as a conflict and not overwritten.
  draft.basedOn(found.basedOn)
  return async () => {
    await putBack(draft, before)
    await offerAgain(galley, draft, found)
  }
}

/** Forgets the unsaved text that was found. Undone, it is written and offered again. */
export async function discardUnsaved(galley: Galley, draft: Draft): Promise<Result<Undo, AppError>> {
  const found = draft.offer.value
  if (!found) return ok(() => Promise.resolve())
  const reply = await galley.request('draft.discard', { id: draft.id })
  if (!reply.ok) return reply
  draft.offer.value = null
  // Somebody may have kept a revision while the unsaved text was looked at: it is what is edited from here on.
  await draft.refresh()
  return ok(async () => {
    await draft.flush()
    await offerAgain(galley, draft, found)
  })
}

/**
 * Keeps a merged text as a new revision on top of theirs. Undone, their text is kept once more, and one's own stands
 * again to be merged.
 */
export async function keepMerged(
  draft: Draft,
  { mine, theirs, yours }: { mine: Content; theirs: ArticleView; yours: number },
  merged: Content,
): Promise<Undo> {
  const { revision, content } = theirs.article
  draft.basedOn(revision)
  draft.put(merged, { kind: 'merged', revision })
  await draft.flush()
  return async () => {
    await putBack(draft, content)
    draft.put(mine)
    draft.basedOn(yours)
    await draft.flush()
  }
}

/** The article as it is kept now. */
export async function openKept(galley: Galley, id: string): Promise<Result<ArticleView, AppError>> {
  const reply = await galley.request('article.open', { id })
  if (!reply.ok) return err(reply.error)
  const { draft: _mine, ...view } = reply.value
  return ok(view)
}

/** Shows earlier content again and keeps it. Where nothing was kept since, that makes no revision. */
async function putBack(draft: Draft, content: Content): Promise<void> {
  draft.basedOn(draft.view.value.article.revision)
  draft.put(content)
  await draft.flush()
}

async function offerAgain(galley: Galley, draft: Draft, found: UnsavedText): Promise<void> {
  const { basedOn, content } = found
  const written = await galley.request('draft.write', { id: draft.id, basedOn, content })
  if (written.ok) draft.offer.value = found
}
