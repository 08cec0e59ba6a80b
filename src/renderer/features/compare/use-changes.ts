import { nextTick, ref, type Ref, watch } from 'vue'
import { useCommand } from '../../commands/use-commands'

/** The changes that are shown, to be gone through one by one. */
export interface Changes {
  /** How many there are. */
  count: Ref<number>
  /** Which one was gone to last, from 1; 0 before the first. */
  current: Ref<number>
  next(): void
  previous(): void
}

/**
 * Goes through the changes in an element, in reading order and round from the last to the first: what carries
 * `data-change` gets the focus.
 * @param shown what is compared; the changes are counted anew when it is another
 */
export function useChanges(element: Readonly<Ref<HTMLElement | null>>, shown: () => unknown): Changes {
  const count = ref(0)
  const current = ref(0)
  const changes = (): HTMLElement[] => [
    ...(element.value?.querySelectorAll<HTMLElement>('[data-change]') ?? []),
  ]

  function go(step: 1 | -1): void {
    const all = changes()
    if (all.length === 0) return
    const from = current.value === 0 && step < 0 ? 0 : current.value - 1
    const to = (from + step + all.length) % all.length
    current.value = to + 1
    all[to]?.focus({ preventScroll: true })
    all[to]?.scrollIntoView({ block: 'center' })
  }
  watch(
    shown,
    async () => {
      current.value = 0
      await nextTick()
      count.value = changes().length
    },
    { immediate: true },
  )

  const next = (): void => go(1)
  const previous = (): void => go(-1)
  const refusal = (): string => (count.value > 0 ? '' : 'There is no change')
  useCommand('change.next', next, refusal)
  useCommand('change.previous', previous, refusal)
  return { count, current, next, previous }
}
