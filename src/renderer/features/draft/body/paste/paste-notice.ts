import type { Step } from '../../history-step'

/** One quiet line about the last paste. */
export interface PasteNotice {
  words: string
  /** The step that pasted, while it can be taken back or be pasted otherwise; null when nothing was pasted. */
  step: Step | null
  /** The same as plain text. */
  plain: string
}

const inOneLine = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

/**
 * What a paste left out and changed, in words; null when there is nothing to say.
 * @param left such as `2 comments`
 * @param changed sentences
 */
export function noticeOf(left: readonly string[], changed: readonly string[]): string | null {
  const sentences = [...(left.length > 0 ? [`Pasted without ${inOneLine(left)}.`] : []), ...changed]
  return sentences.length > 0 ? sentences.join(' ') : null
}
