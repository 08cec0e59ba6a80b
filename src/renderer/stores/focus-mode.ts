import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

/** Focus mode: an open article with nothing around its text. Each window remembers its own for as long as it is open. */
export const useFocusMode = defineStore('focus-mode', () => {
  const on = useSessionStorage('galley.focus-mode', false)
  return { on }
})
