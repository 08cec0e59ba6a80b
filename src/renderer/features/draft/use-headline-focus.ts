import { nextTick, onMounted, watch, type ShallowRef } from 'vue'
import type { Draft } from './draft-store'

/**
 * Puts the focus in the headline where it would otherwise be nowhere: when an article without one is opened, and when
 * what asked for a decision (unsaved text, a conflict) is gone with the button that was pressed.
 * @param article what holds the whole article; a focus that is already inside it stays where it is
 */
export function useHeadlineFocus(
  draft: Draft,
  article: Readonly<ShallowRef<HTMLElement | null>>,
  focusHeadline: () => void,
): void {
  onMounted(() => {
    if (draft.fields.value.headline === '' && draft.offer.value === null) focusHeadline()
  })
  watch(
    [draft.offer, () => draft.saving.value.conflict],
    async ([offer, conflict], [offered, conflicted]) => {
      const settled = (offered !== null && offer === null) || (conflicted !== null && conflict === null)
      if (!settled) return
      await nextTick()
      if (!article.value?.contains(document.activeElement)) focusHeadline()
    },
  )
}
