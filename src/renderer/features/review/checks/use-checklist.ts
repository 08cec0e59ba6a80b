import { onScopeDispose, shallowRef, watch } from 'vue'
import type { CheckRow, InputOf } from '../../../../shared/contract'
import type { Article } from '../../../../shared/article/article'
import type { AppError } from '../../../../shared/kernel/app-error'
import { useGalley } from '../../../backend'

/** What can be said of a check; `open` takes back what was said. */
export type Outcome = InputOf<'checklist.set'>['outcome']

/** The checks of the article that is shown, asked for again whenever it, the settings or the house style change. */
export function useChecklist(article: () => Article) {
  const galley = useGalley()
  const rows = shallowRef<readonly CheckRow[] | null>(null)
  const failure = shallowRef<AppError | null>(null)
  /** What the last thing said of a check met, and which check it was. */
  const refused = shallowRef<{ check: string; error: AppError } | null>(null)
  /** The check that is being set. */
  const busy = shallowRef('')

  async function load(): Promise<void> {
    const { id } = article()
    const reply = await galley.request('checklist.list', { id })
    if (id !== article().id) return
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) rows.value = reply.value
  }
  watch(article, load, { immediate: true })
  const soon = (): void => void load()
  onScopeDispose(galley.on('library.changed', soon))
  onScopeDispose(galley.on('language.changed', soon))

  /** Says what a check came to for the revision that is shown; gives whether it was taken. */
  async function set(check: string, outcome: Outcome, note = ''): Promise<boolean> {
    if (busy.value !== '') return false
    const { id, revision: seen } = article()
    busy.value = check
    refused.value = null
    const reply = await galley.request('checklist.set', { id, check, outcome, note, seen })
    busy.value = ''
    if (id !== article().id) return reply.ok
    if (reply.ok) rows.value = reply.value
    else refused.value = { check, error: reply.error }
    return reply.ok
  }

  return { rows, failure, refused, busy, set }
}
