import { computed, ref, watch, type Ref } from 'vue'

/**
 * A list of words as a text of several lines. It stays as it is typed, blank lines included; only lines with words are
 * handed on.
 */
export function useTypedLines(kept: () => readonly string[], keep: (lines: string[]) => void): Ref<string> {
  const typed = ref(kept().join('\n'))
  const lines = computed(() =>
    typed.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  watch(lines, (now) => {
    if (now.join('\n') !== kept().join('\n')) keep(now)
  })
  watch(
    () => kept().join('\n'),
    (now) => {
      if (now !== lines.value.join('\n')) typed.value = now
    },
  )
  return typed
}
