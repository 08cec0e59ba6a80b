import { computed, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'

/** Starting an article, and why this person cannot now. */
export function useNewArticle() {
  const galley = useGalley()
  const session = useSession()
  const router = useRouter()
  const busy = ref(false)
  const error = shallowRef<AppError | null>(null)

  const refusal = computed(() => {
    if (session.library?.readOnlyBecause != null) return 'This library can only be read here.'
    return session.hasAnyRole('editor', 'chief') ? '' : 'Editors and desk chiefs make articles.'
  })

  async function create(): Promise<void> {
    if (busy.value || refusal.value) return
    busy.value = true
    const reply = await galley.request('article.create', {})
    busy.value = false
    error.value = reply.ok ? null : reply.error
    if (reply.ok) await router.push({ name: 'article', params: { id: reply.value.article.id } })
  }

  return { create, busy, error, refusal }
}
