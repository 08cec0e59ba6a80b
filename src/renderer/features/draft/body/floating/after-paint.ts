import type { Editor } from '@tiptap/core'
import { onScopeDispose } from 'vue'
import { afterPaint } from '../../../preview'

/** Looks at the editor after every frame in which its text, selection or focus changed, and once after the next. */
export function useAfterPaint(editor: Editor, look: () => void): void {
  const lookNow = (): void => {
    if (!editor.isDestroyed) look()
  }
  let giveUp = afterPaint(lookNow)
  const lookSoon = (): void => void (giveUp = afterPaint(lookNow))
  const events = ['transaction', 'focus', 'blur'] as const
  for (const event of events) editor.on(event, lookSoon)
  onScopeDispose(() => {
    giveUp()
    events.forEach((event) => editor.off(event, lookSoon))
  })
}
