import type { Article } from '../../shared/article/article'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import { resultsFor } from '../../shared/review/checklist'
import type { CheckResult } from '../../shared/review/remarks'
import { moveRow } from './log-rows'
import { printedNames } from './names'
import type { WriteError } from './ports'
import type { Room } from './room'
import { signedEntry } from './signing-keys'
import type { Viewpoint } from './viewpoint'

/** What a receipt says of an article that went out. */
export interface Stored {
  id: string
  path: string
  revision: number
  seal: string
  /** The hash of the last row of its log before this export, and of the row that tells of it. */
  before: string
  log: string
  /** What people passed or waived for exactly this content. */
  checks: Pick<CheckResult, 'check' | 'outcome' | 'by' | 'at'>[]
}

/**
 * Notes in an article, and in its log, that readers have it now. What went out is what counts: an edit or a
 * withdrawal that slipped in while the files were written stays as it is beside it.
 * @param before the article that was rendered
 * @param after the same once exported
 */
export async function storeExport(
  room: Room,
  before: Article,
  after: Article,
  { now, person, library }: Viewpoint,
): Promise<Result<Stored, WriteError | ErrorWith<'not-found'>>> {
  const { exported } = after.public
  if (!exported) throw new Error('An export has to say what it exported')
  const authorNames = printedNames(library.authors.read(), before.content.authors)
  let head: Article['head'] = null
  const changed = await library.articles.change(before.id, (article) => {
    head = article.head
    const { firstExportedAt, formerPaths, state } = after.public
    const next: Article = {
      ...article,
      public: {
        ...article.public,
        exported,
        firstExportedAt,
        formerPaths,
        state: article.public.state === 'withdrawn' ? 'withdrawn' : state,
      },
    }
    const told = moveRow('export', before, after, person.id, { now, note: '', authorNames })
    const entry = { ...told, from: article.public.state, to: next.public.state }
    return ok({ article: next, ...signedEntry(room, entry) })
  })
  if (!changed.ok) return changed
  room.announce('article.changed', { id: before.id, revision: changed.value.revision })
  return ok({
    id: before.id,
    path: exported.path,
    revision: exported.revision,
    seal: exported.hash,
    before: hashIn(head),
    log: hashIn(changed.value.head),
    checks: resultsFor(before, exported.hash).map(({ check, outcome, by, at }) => ({
      check,
      outcome,
      by,
      at,
    })),
  })
}

/** Articles of earlier versions do not know the end of their log. */
const hashIn = (head: Article['head']): string => head?.hash ?? ''
