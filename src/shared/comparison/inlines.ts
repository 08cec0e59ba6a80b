import type { Inline, Mark } from '../article/body'
import { canonicalJson } from '../kernel/canonical-json'

/** Stands for a footnote in the plain form of inline content: one character, as it is one thing to a reader. */
const footnoteSign = '\ufffc'

const plainOf = (node: Inline): string =>
  node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : footnoteSign

/** Inline content as plain text that `sliceInlines` counts in: a line break is a newline, a footnote one character. */
export const plainInlines = (content: readonly Inline[]): string => content.map(plainOf).join('')

/** The part of inline content between two places in its plain form. */
export function sliceInlines(content: readonly Inline[], from: number, to: number): Inline[] {
  const part: Inline[] = []
  let start = 0
  for (const node of content) {
    const end = start + plainOf(node).length
    if (end > from && start < to) {
      const text = plainOf(node).slice(Math.max(0, from - start), to - start)
      part.push(node.type === 'text' ? { ...node, text } : node)
    }
    start = end
  }
  return part
}

const marksOf = (node: Inline): readonly Mark[] => node.marks ?? []

/** Pieces of inline content as one; neighbouring texts with the same marks become one text, as the editor keeps them. */
export function joinInlines(pieces: readonly (readonly Inline[])[]): Inline[] {
  const joined: Inline[] = []
  for (const node of pieces.flat()) {
    const last = joined.at(-1)
    const continues =
      node.type === 'text' &&
      last?.type === 'text' &&
      canonicalJson(marksOf(last)) === canonicalJson(marksOf(node))
    if (continues) joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

/** Inline content as it is read, footnotes included. */
export function readableInlines(content: readonly Inline[]): string {
  return content
    .map((node) => (node.type === 'footnote' ? ` [${plainInlines(node.content ?? [])}]` : plainOf(node)))
    .join('')
}
