import type { Article } from '../../shared/article/article'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import type { WriteError } from './ports'
import type { PublicArticle } from './publishing-ports'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'

/**
 * Notes exports that a kill kept from being noted after their files were written: readers have those pages, so the
 * next export must know of them even if the articles were edited since. Only what the library's own log says was
 * approved, and never says was exported, counts.
 * @param placed what the target's manifest names
 */
export async function noteMissedExports(
  room: Room,
  person: Person,
  placed: readonly PublicArticle[],
): Promise<Result<void, WriteError>> {
  for (const one of placed) {
    const noted = await noteMissed(room, person, one)
    if (!noted.ok) return noted
  }
  return ok(undefined)
}

async function noteMissed(
  { library: { articles }, now, keys, announce }: Room,
  { id: by }: Person,
  { id, path, revision, seal }: PublicArticle,
): Promise<Result<void, WriteError>> {
  const found = await articles.find(id)
  if (!found.ok || found.value.public.exported?.hash === seal) return ok(undefined)
  const log = await articles.log(id)
  if (!log.ok) return ok(undefined)
  const approval = log.value.findLast(({ action, content }) => action === 'approve' && content === seal)
  // A row with a note tells of a single file, which is on no site.
  const isNoted = log.value.some((row) => row.action === 'export' && row.content === seal && row.note === '')
  if (!approval || isNoted) return ok(undefined)

  // As of its approval: what was corrected after that is not on the page.
  const exported = { revision, hash: seal, path, at: approval.at }
  const changed = await articles.change<never>(id, (article) => {
    const next = { ...article, public: publicOnce(article.public, exported) }
    const states = { from: article.public.state, to: next.public.state }
    const entry = { at: moment({ now }), by, action: 'export', ...states, revision, content: seal, note: '' }
    return ok({ article: next, ...signedEntry({ keys }, entry) })
  })
  if (changed.ok) announce('article.changed', { id, revision: changed.value.revision })
  if (!changed.ok && changed.error.code !== 'not-found') return { ok: false, error: changed.error }
  return ok(undefined)
}

type Public = Article['public']

function publicOnce(was: Public, exported: NonNullable<Public['exported']>): Public {
  const isCorrected = was.corrections.some(({ at }) => at <= exported.at)
  const former = was.exported && was.exported.path !== exported.path ? [was.exported.path] : []
  return {
    ...was,
    exported,
    state: was.state === 'withdrawn' ? was.state : isCorrected ? 'corrected' : 'live',
    firstExportedAt: was.firstExportedAt ?? exported.at,
    formerPaths: [...new Set([...was.formerPaths, ...former])].filter((one) => one !== exported.path),
  }
}
