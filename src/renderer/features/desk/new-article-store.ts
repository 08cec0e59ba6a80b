import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { InputOf, OutputOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'

/** Starting an article, and why this person cannot now. */
export const useNewArticle = defineStore('new-article', () => {
  const galley = useGalley()
  const session = useSession()
  const busy = ref(false)
  const error = shallowRef<AppError | null>(null)

  /** Why this person cannot make articles here, or ''. */
  const refusal = computed(() => {
    if (session.library?.readOnlyBecause != null) return 'This library can only be read here.'
    return session.hasAnyRole('editor', 'chief') ? '' : 'Editors and desk chiefs make articles.'
  })

  /** Makes an article, with nothing in it unless something else is wanted; null when that was refused, and `error` or `refusal` says why. */
  async function create(wanted: InputOf<'article.create'> = {}): Promise<OutputOf<'article.create'> | null> {
    if (busy.value || refusal.value) return null
    busy.value = true
    const reply = await galley.request('article.create', wanted)
    busy.value = false
    error.value = reply.ok ? null : reply.error
    return reply.ok ? reply.value : null
  }

  return { create, busy, error, refusal }
})
