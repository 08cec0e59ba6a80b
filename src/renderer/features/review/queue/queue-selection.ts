import { computed, shallowRef, type ComputedRef } from 'vue'

/** Which rows of a list are chosen, as lists everywhere do it: one by one, a stretch from the last one on, or all. */
export function useSelection(order: () => readonly string[]) {
  const picked = shallowRef<ReadonlySet<string>>(new Set())
  let anchor: string | null = null

  /** What is no longer listed is no longer chosen. */
  const chosen: ComputedRef<readonly string[]> = computed(() => order().filter((id) => picked.value.has(id)))

  function toggle(id: string): void {
    const now = new Set(chosen.value)
    if (!now.delete(id)) now.add(id)
    picked.value = now
    anchor = id
  }

  /** Chooses everything from where the choice was last changed, or else from `from`, to `to`. */
  function extend(from: string, to: string): void {
    const ids = order()
    if (anchor === null || !ids.includes(anchor)) anchor = from
    const ends = [ids.indexOf(anchor), ids.indexOf(to)]
    picked.value = new Set(ids.slice(Math.min(...ends), Math.max(...ends) + 1))
  }

  const chooseAll = (): void => void (picked.value = new Set(order()))

  function clear(): void {
    picked.value = new Set()
    anchor = null
  }

  return { chosen, toggle, extend, chooseAll, clear }
}
