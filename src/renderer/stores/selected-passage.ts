import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Place } from '../../shared/checking/places'
import type { Anchor } from '../../shared/review/anchor'

/** What is selected in the text that is shown, for remarks to hang on; and the remark whose passage was chosen. */
export const useSelectedPassage = defineStore('selected-passage', () => {
  /** Null while nothing is selected. */
  const anchor = shallowRef<Anchor | null>(null)
  /** A thread's, suggestion's or claim's id: its mark in the text and its entry in the list stand out together. */
  const remark = ref<string | null>(null)
  /** A place that somebody asked to see; another object each time, so that it is shown again. */
  const wanted = shallowRef<{ place: Place } | null>(null)
  const show = (place: Place): void => void (wanted.value = { place })
  return { anchor, remark, wanted, show }
})
