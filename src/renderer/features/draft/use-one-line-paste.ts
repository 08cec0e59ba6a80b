import { useEventListener } from '@vueuse/core'
import type { ShallowRef } from 'vue'
import { oneLine } from '../../../shared/html/fit-headline'

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/

/** Pastes into fields of one line as one clean line; a text area of one line is marked `data-one-line`. */
export function useOneLinePaste(root: Readonly<ShallowRef<HTMLElement | null>>): void {
  useEventListener(root, 'paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (event.defaultPrevented || !isOneLine(event.target) || !breaks.test(text)) return
    event.preventDefault()
    // The browser's own way: what listens to the field hears of it as of typing.
    document.execCommand('insertText', false, oneLine(text))
  })
}

const isOneLine = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  (target instanceof HTMLTextAreaElement && target.dataset['oneLine'] !== undefined)
