import { usePreferredDark, useStorage } from '@vueuse/core'
import { computed, watchEffect } from 'vue'

/** The desk's own light or dark: as the system has it, until a person chooses. Remembered on this machine. */
const chosen = useStorage<'light' | 'dark' | ''>('galley.theme', '')

/** The desk's theme, set on the document for as long as the caller is there. */
export function useTheme() {
  const systemIsDark = usePreferredDark()
  const theme = computed(() => chosen.value || (systemIsDark.value ? 'dark' : 'light'))

  watchEffect(() => {
    document.documentElement.dataset['theme'] = theme.value
  })

  function switchTheme(): void {
    const wanted = theme.value === 'dark' ? 'light' : 'dark'
    // Back to what the system has is back to following it.
    chosen.value = wanted === (systemIsDark.value ? 'dark' : 'light') ? '' : wanted
  }

  return { theme, switchTheme }
}
