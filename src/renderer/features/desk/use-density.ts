import { useStorage } from '@vueuse/core'
import { computed } from 'vue'

const density = useStorage<'comfortable' | 'compact'>('galley.density', 'comfortable')

/** How close the rows stand, remembered on this machine. Heights in CSS pixels at the usual text size. */
export function useDensity() {
  const rowHeight = computed(() => (density.value === 'compact' ? 30 : 42))
  return { density, rowHeight }
}
