import type { Editor } from '@tiptap/core'
import { onScopeDispose } from 'vue'

/**
 * Looks at the editor once after every frame in which its text, selection or focus changed, and once now: nothing
 * of it stands between a key and its paint.
 */
export function useAfterPaint(editor: Editor, look: () => void): void {
  let asked = false
  const lookNow = (): void => {
    asked = false
    if (!editor.isDestroyed) look()
  }
  const lookSoon = (): void => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => setTimeout(lookNow))
  }
  const events = ['transaction', 'focus', 'blur'] as const
  for (const event of events) editor.on(event, lookSoon)
  onScopeDispose(() => events.forEach((event) => editor.off(event, lookSoon)))
  lookSoon()
}
