import type { Page } from '@playwright/test'
import type { Galley } from '../src/shared/contract'

/** The window's way to the desk, as the page has it. */
interface DeskWindow {
  galley: Galley
}

/**
 * Has the person signed in at a window write and submit articles, one a number: `Evening 1`, in News and Sports by
 * turns. Gives their ids. It is asked of the desk itself: forty by hand would take all evening.
 */
export function submitArticles(page: Page, numbers: readonly number[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { galley } = window as unknown as DeskWindow
    const valueOf = <T>(reply: { ok: true; value: T } | { ok: false; error: unknown }): T => {
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      return reply.value
    }
    const author = valueOf(
      await galley.request('author.save', { id: null, name: 'Noor Haddad', avatar: null, biography: '' }),
    )
    const ids: string[] = []
    for (const number of wanted) {
      const { article } = valueOf(await galley.request('article.create', {}))
      const content = {
        ...article.content,
        headline: `Evening ${number}: what the council said about the harbour`,
        category: number % 2 === 0 ? 'sports' : 'news',
        authors: [author.id],
        body: {
          type: 'doc' as const,
          content: [
            { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'It was said.' }] },
          ],
        },
      }
      valueOf(await galley.request('article.keep', { id: article.id, basedOn: article.revision, content }))
      valueOf(await galley.request('article.move', { id: article.id, move: 'submit', note: '' }))
      ids.push(article.id)
    }
    return ids
  }, numbers)
}

/** How urgent an article is, and in how many minutes it is due: before now where it is negative. */
export interface Plan {
  id: string
  priority?: 'normal' | 'high' | 'urgent'
  dueIn?: number
}

/** Has the desk chief signed in at a window plan some articles. */
export function planArticles(page: Page, plans: readonly Plan[]): Promise<void> {
  return page.evaluate(async (wanted) => {
    const { galley } = window as unknown as DeskWindow
    for (const { id, priority, dueIn } of wanted) {
      const due = dueIn === undefined ? undefined : new Date(Date.now() + dueIn * 60_000).toISOString()
      const reply = await galley.request('queue.plan', {
        id,
        ...(priority && { priority }),
        ...(due && { due }),
      })
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    }
  }, plans)
}
