import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { FrontView } from '../../../../shared/contract'
import type { Summary } from '../../../../shared/article/article'
import type { AppError } from '../../../../shared/kernel/app-error'
import type { Front } from '../../../../shared/site/front'
import { useGalley } from '../../../backend'
import { useSession } from '../../../stores/session-store'
import { useToasts } from '../../../ui'

/** What is pinned to the front page, and what could be. Each change is kept at once, and can be undone. */
export const useFront = defineStore('front', () => {
  const galley = useGalley()
  const session = useSession()
  const toasts = useToasts()
  const view = shallowRef<FrontView | null>(null)
  const candidates = shallowRef<Summary[]>([])
  const failure = shallowRef<AppError | null>(null)
  let latest = 0
  let asked = 0

  async function load(): Promise<void> {
    const mine = (latest += 1)
    const reply = await galley.request('front.show', {})
    if (mine !== latest) return
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) view.value = reply.value
  }

  async function find(search: string): Promise<void> {
    const mine = (asked += 1)
    const reply = await galley.request('front.candidates', { search, limit: 30 })
    if (reply.ok && mine === asked) candidates.value = reply.value
  }

  /**
   * Keeps an arrangement; what is shown is what was kept.
   * @param said what was done, for a toast that takes it back; '' for none
   */
  async function arrange(front: Front, said: string): Promise<void> {
    const was = view.value?.front
    if (!was) return
    latest += 1
    const reply = await galley.request('front.arrange', { front, was })
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) {
      const refused = reply.error
      await load()
      failure.value = refused
      return
    }
    view.value = reply.value
    if (said !== '') toasts.show({ text: said, undo: () => arrange(was, '') })
  }

  watch(
    () => session.library?.path,
    () => {
      latest += 1
      asked += 1
      view.value = null
      candidates.value = []
      failure.value = null
    },
  )

  return { view, candidates, failure, load, find, arrange }
})
