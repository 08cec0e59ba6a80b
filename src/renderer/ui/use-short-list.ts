import { computed, ref, type ComputedRef } from 'vue'

/** The beginning of a list that may be very long, and how much of it is not shown. */
export interface ShortList<T> {
  shown: ComputedRef<readonly T[]>
  hidden: ComputedRef<number>
  /** Shows as many again as are shown now. */
  more: () => void
}

/** Shows the first `first` of a list until more are asked for: a window full of thousands of rows is slow. */
export function useShortList<T>(list: () => readonly T[], first: number): ShortList<T> {
  const limit = ref(first)
  return {
    shown: computed(() => list().slice(0, limit.value)),
    hidden: computed(() => Math.max(0, list().length - limit.value)),
    more: () => (limit.value *= 2),
  }
}
