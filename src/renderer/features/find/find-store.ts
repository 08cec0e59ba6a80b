import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ArticleHit, ChangedIn, OutputOf } from '../../../shared/contract'
import type { Sought } from '../../../shared/find/finder'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { emptySought } from './sought'

type Found = OutputOf<'find.library'>

/** Finding and replacing in every article of the library. */
export const useFindInLibrary = defineStore('find-in-library', () => {
  const galley = useGalley()
  const sought = ref<Sought>(emptySought())
  const replacement = ref('')
  const found = shallowRef<Found | null>(null)
  /** Articles that shall be changed, by id. */
  const chosen = ref(new Set<string>())
  const changed = shallowRef<readonly ChangedIn[] | null>(null)
  const error = shallowRef<AppError | null>(null)
  const busy = ref(false)
  const progress = ref({ done: 0, total: 0 })

  onScopeDispose(galley.on('find.progress', (event) => busy.value && (progress.value = event)))

  async function during<T>(work: () => Promise<T>): Promise<T> {
    busy.value = true
    progress.value = { done: 0, total: 0 }
    error.value = null
    try {
      return await work()
    } finally {
      busy.value = false
    }
  }

  const find = (): Promise<void> =>
    during(async () => {
      changed.value = null
      const reply = await galley.request('find.library', { sought: sought.value })
      found.value = reply.ok ? reply.value : null
      chosen.value = new Set(reply.ok ? reply.value.articles.map(({ id }) => id) : [])
      if (!reply.ok) error.value = reply.error
    })

  /** What was found stays what is replaced: later changes of the search ask to find again first. */
  const replace = (): Promise<void> =>
    during(async () => {
      const ids = (found.value?.articles ?? []).map(({ id }) => id).filter((id) => chosen.value.has(id))
      const reply = await galley.request('find.replace', {
        ids,
        sought: sought.value,
        replacement: replacement.value,
      })
      if (reply.ok) {
        changed.value = reply.value
        found.value = null
      } else error.value = reply.error
    })

  /** Keeps again what each article said before; one that was changed since is left alone, and named. */
  const putBack = (): Promise<void> =>
    during(async () => {
      const report: ChangedIn[] = []
      for (const one of changed.value ?? [])
        if (one.revision !== null) report.push(await putBackOne(one, one.revision))
      changed.value = report
    })
  async function putBackOne({ id, headline }: ChangedIn, revision: number): Promise<ChangedIn> {
    const left = (remark: string): ChangedIn => ({ id, headline, revision: null, remark })
    const before = await galley.request('article.revision', { id, revision: revision - 1 })
    if (!before.ok) return left('What it said before cannot be read.')
    const { content } = before.value
    const kept = await galley.request('article.keep', { id, basedOn: revision, content })
    if (kept.ok) return { id, headline, revision: null, remark: 'It says again what it said before.' }
    return left(
      kept.error.code === 'revision-conflict'
        ? 'It was changed since; put it back from its versions.'
        : 'It cannot be edited now; put it back from its versions.',
    )
  }

  const choose = (hits: readonly ArticleHit[]): void => {
    chosen.value = new Set(hits.map(({ id }) => id))
  }
  const turn = (id: string): void => {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }
  /** Another search was typed: what was found belongs to the one before. */
  const forget = (): void => {
    found.value = null
    changed.value = null
    error.value = null
  }

  return {
    sought,
    replacement,
    found,
    chosen,
    changed,
    error,
    busy,
    progress,
    find,
    replace,
    putBack,
    choose,
    turn,
    forget,
  }
})
