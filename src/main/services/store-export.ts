import type { Article } from '../../shared/article/article'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { WriteError } from './ports'
import type { Room } from './room'
import { signedEntry } from './signing-keys'
import type { PublicMove } from './site-run'

/** What a receipt says of an article that went out. */
export interface Stored {
  id: string
  path: string
  revision: number
  seal: string
  /** The hash of the last row of its log before this export, and of the row that tells of it. */
  before: string
  log: string
  checks: PublicMove['checks']
}

/**
 * Notes in an article, and in its log, that readers have it now. What went out is what counts: an edit or a
 * withdrawal that slipped in while the files were written stays as it is beside it.
 * @param onStored told the article as it is now, and what its file is known by
 */
export async function storeExport(
  room: Room,
  { id, exported, public: known, entry: told, checks }: PublicMove,
  onStored: (article: Article, stamp: string) => Promise<void>,
): Promise<Result<Stored, WriteError | ErrorWith<'not-found'>>> {
  let head: Article['head'] = null
  let stamp = ''
  const changed = await room.library.articles.change(id, (article) => {
    head = article.head
    const isWithdrawn = article.public.state === 'withdrawn'
    const next: Article = {
      ...article,
      public: {
        ...article.public,
        ...known,
        exported,
        state: isWithdrawn ? 'withdrawn' : known.state,
      },
    }
    const entry = { ...told, from: article.public.state, to: next.public.state }
    return ok({ article: next, ...signedEntry(room, entry), onStored: (now) => (stamp = now) })
  })
  if (!changed.ok) return changed
  room.announce('article.changed', { id, revision: changed.value.revision })
  await onStored(changed.value, stamp)
  return ok({
    id,
    path: exported.path,
    revision: exported.revision,
    seal: exported.hash,
    before: hashIn(head),
    log: hashIn(changed.value.head),
    checks,
  })
}

/** Articles of earlier versions do not know the end of their log. */
const hashIn = (head: Article['head']): string => head?.hash ?? ''
