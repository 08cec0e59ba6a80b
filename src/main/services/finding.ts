import type { InputOf, OutputOf } from '../../shared/contract'
import { excerptOf, findInContent } from '../../shared/find/find-in-content'
import { finderFor, type Finder, type Sought } from '../../shared/find/finder'
import { replaceInContent } from '../../shared/find/replace-in-content'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { keepChanged } from './changing-articles'
import type { Holder } from './edit-locks'
import { mayDo } from './roles'
import type { Room } from './room'

/** How many places of an article are shown. */
const excerptsShown = 5

/** Looks for something in every article as it is kept, newest first. What cannot be read is named. */
export async function findInLibrary(
  room: Room,
  _reader: Person | null,
  { sought }: InputOf<'find.library'>,
): Promise<Result<OutputOf<'find.library'>, ErrorWith<'invalid-input'>>> {
  const find = readSought(sought)
  if (!find.ok) return find
  const entries = [...(await room.library.articles.entries())].sort((a, b) =>
    a.updatedAt < b.updatedAt ? 1 : -1,
  )
  const articles: OutputOf<'find.library'>['articles'] = []
  const unread: string[] = []
  for (const [done, { id, headline, state }] of entries.entries()) {
    if (done % 200 === 0) room.announce('find.progress', { done, total: entries.length })
    const article = await room.library.articles.find(id)
    if (!article.ok) {
      unread.push(headline || id)
      continue
    }
    const hits = findInContent(article.value.content, find.value)
    if (hits.length === 0) continue
    const excerpts = hits.slice(0, excerptsShown).map(excerptOf)
    articles.push({ id, headline, state, count: hits.length, excerpts })
  }
  return ok({ articles, searched: entries.length - unread.length, unread })
}

/**
 * Replaces everything found in some articles, each as a new revision. What may not be edited now by this person is
 * left as it is, and named with the reason.
 * @param window the window that asks: what is being edited in another one is left alone
 */
export async function replaceInLibrary(
  room: Room,
  person: Person,
  { ids, sought, replacement }: InputOf<'find.replace'>,
  window: Holder,
): Promise<Result<OutputOf<'find.replace'>, ErrorWith<'not-allowed' | 'invalid-input'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'replace words in articles')
  if (!allowed.ok) return allowed
  const find = readSought(sought)
  if (!find.ok) return find
  const report: OutputOf<'find.replace'> = []
  for (const [done, id] of ids.entries()) {
    if (done % 20 === 0) room.announce('find.progress', { done, total: ids.length })
    report.push(
      await keepChanged(room, person, window, { id, headline: '' }, async ({ content }) => {
        const after = replaceInContent(content, { find: find.value, replacement, sought })
        return ok(after.replaced > 0 ? after.content : 'It no longer holds what is looked for.')
      }),
    )
  }
  return ok(report)
}

function readSought(sought: Sought): Result<Finder, ErrorWith<'invalid-input'>> {
  const find = finderFor(sought)
  return find.ok
    ? find
    : err({ code: 'invalid-input', issues: [`The expression cannot be read: ${find.error}`] })
}
