import type { Node as DocumentNode } from '@tiptap/pm/model'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { MoveOffer } from '../../../shared/contract'
import { useArticleTypes } from '../../stores/article-types'
import { whenIdle } from '../preview'
import { bodyJson } from './body-json'
import type { Draft } from './draft-store'
import { offersFor } from './submit-reasons'

/** The moves offered for what is typed, and what it lacks to be submitted; worked out when idle. */
export function useOffers(draft: Draft, doc: ShallowRef<DocumentNode>) {
  const offers = shallowRef<MoveOffer[]>([])
  const missing = shallowRef<string[]>([])
  const types = useArticleTypes()

  function look(): void {
    const content = { ...draft.fields.value, body: bodyJson(doc.value) }
    offers.value = offersFor(draft.view.value, content, types.value)
    missing.value = offers.value.find(({ move }) => move === 'submit')?.reasons ?? []
  }
  const idle = whenIdle(look)
  look()
  watch([doc, draft.fields, draft.view, types], idle.soon)
  onScopeDispose(idle.stop)
  return { offers, missing }
}
