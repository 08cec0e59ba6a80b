import { useEventListener } from '@vueuse/core'
import { watch, type ShallowRef } from 'vue'
import type { BodyEditor } from './body/use-body-editor'
import type { Draft } from './draft-store'
import { isText } from './history-places'

/**
 * Whether the focused field holds text that is no part of the article yet, such as a slug that is taken when it is
 * left, or what is looked for. Undoing there is the field's own business.
 */
export function useHalfTyped(
  draft: Draft,
  doc: BodyEditor['doc'],
  root: Readonly<ShallowRef<HTMLElement | null>>,
): () => boolean {
  let field: HTMLInputElement | HTMLTextAreaElement | null = null
  let settled = ''
  const settle = (): void => {
    if (field) settled = field.value
  }
  useEventListener(root, 'focusin', ({ target }) => {
    field = target instanceof Element && isText(target) ? target : null
    settle()
  })
  // The field the change was typed in, now and once what was undone is shown in it.
  watch([draft.fields, doc], settle, { flush: 'sync' })
  watch([draft.fields, doc], settle, { flush: 'post' })

  return () => field !== null && field === document.activeElement && field.value !== settled
}
