import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArticleView, HistoryRow, InputOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { MoveName } from '../../../shared/workflow/moves'
import { useGalley } from '../../backend'
import type { MoveWords } from './review-moves'

/** The article a desk chief looks at: the text as kept, its history, and the moves it can make. */
export const useReviewedArticle = defineStore('reviewed-article', () => {
  const galley = useGalley()

  const view = shallowRef<ArticleView | null>(null)
  const history = shallowRef<readonly HistoryRow[]>([])
  const failure = shallowRef<AppError | null>(null)
  /** What the last move or flag met, and which it was. */
  const refused = shallowRef<{ action: string; error: AppError } | null>(null)
  const busy = shallowRef(false)
  const openId = shallowRef<string | null>(null)
  const loading = computed(() => openId.value !== null && view.value === null && failure.value === null)

  /** Shows an article; the one shown before is gone at once, so that no move can hit the wrong one. */
  async function open(id: string): Promise<void> {
    if (openId.value !== id) close()
    openId.value = id
    await refresh()
  }

  function close(): void {
    openId.value = null
    view.value = null
    history.value = []
    failure.value = null
    refused.value = null
  }

  /** Asks again for the open article, after somebody changed it. */
  async function refresh(): Promise<void> {
    const id = openId.value
    if (id === null) return
    const [article, rows] = await Promise.all([
      galley.request('article.open', { id }),
      galley.request('article.history', { id }),
    ])
    if (openId.value !== id) return
    failure.value = article.ok ? null : article.error
    if (article.ok) view.value = article.value
    if (rows.ok) history.value = rows.value
  }

  /** Makes a move; gives whether it was made. A refusal stays readable in `refused`. */
  function move(name: MoveName, words: MoveWords = { note: '' }): Promise<boolean> {
    // Somebody may have kept another revision meanwhile: what was not seen is not approved.
    const seen = view.value?.article.revision
    return change(name, (id) => galley.request('article.move', { ...words, id, move: name, seen }))
  }

  /** Takes a move of that article back, whichever is open by then. */
  async function takeBack(id: string, name: MoveName): Promise<void> {
    if (openId.value === id) await move(name)
    else await galley.request('article.move', { id, move: name, note: '' })
  }

  function setFlag(
    flag: InputOf<'article.flag'>['flag'],
    value: InputOf<'article.flag'>['value'],
  ): Promise<boolean> {
    return change(flag, (id) => galley.request('article.flag', { id, flag, value }))
  }

  type ChangeReply = { ok: true; value: ArticleView } | { ok: false; error: AppError }

  async function change(action: string, ask: (id: string) => Promise<ChangeReply>): Promise<boolean> {
    const id = openId.value
    if (id === null || busy.value) return false
    busy.value = true
    refused.value = null
    const reply = await ask(id)
    busy.value = false
    if (openId.value !== id) return reply.ok
    if (!reply.ok) {
      refused.value = { action, error: reply.error }
      await refresh()
      return false
    }
    view.value = reply.value
    await refresh()
    return true
  }

  return {
    view,
    history,
    failure,
    refused,
    busy,
    loading,
    openId,
    open,
    close,
    refresh,
    move,
    takeBack,
    setFlag,
  }
})
