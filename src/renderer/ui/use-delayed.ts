import { onScopeDispose, readonly, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

/**
 * Becomes true once the source has been true for `ms` milliseconds, and false at once with it: what is over sooner
 * shows no sign of waiting at all.
 */
export function useDelayed(source: MaybeRefOrGetter<boolean>, ms = 300): Readonly<Ref<boolean>> {
  const delayed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => toValue(source),
    (on) => {
      clearTimeout(timer)
      if (!on) delayed.value = false
      else timer = setTimeout(() => (delayed.value = true), ms)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return readonly(delayed)
}
