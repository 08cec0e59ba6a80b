import type { Node as DocumentNode } from '@tiptap/pm/model'
import { computed, ref, shallowRef, watch, type ShallowRef } from 'vue'
import type { AppError } from '../../../shared/kernel/app-error'
import type { MoveName } from '../../../shared/workflow/moves'
import type { MoveWords } from '../review'
import type { Draft } from './draft-store'
import { useOffers } from './use-offers'

const unsavedFirst = 'Restore or discard your unsaved text first.'

/** The moves of an open article as they are offered for what is typed, and what the last one met. */
export function useMoving(draft: Draft, doc: ShallowRef<DocumentNode>) {
  const { offers: forTyped, missing } = useOffers(draft, doc)
  /** Moving the kept text on would leave the unsaved text behind. */
  const offers = computed(() =>
    draft.offer.value === null
      ? forTyped.value
      : forTyped.value.map(({ move }) => ({ move, reasons: [unsavedFirst] })),
  )
  const busy = ref(false)
  const failure = shallowRef<AppError | null>(null)

  async function move(name: MoveName, words: MoveWords): Promise<void> {
    busy.value = true
    const reply = await draft.move(name, words)
    busy.value = false
    failure.value = reply.ok ? null : reply.error
  }
  // What was refused is of an earlier text once typing goes on.
  watch([draft.fields, doc], () => (failure.value = null), { flush: 'sync' })
  return { offers, missing, busy, failure, move }
}
