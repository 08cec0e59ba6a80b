import type MarkdownIt from 'markdown-it'
import type { StateBlock, StateInline } from 'markdown-it'

/** What one rendering of a Markdown text gathers on its way. */
export interface MarkdownNotes {
  /** Notes by their names, and whether the text refers to them. */
  notes: Map<string, { text: string; used: boolean }>
  /** Whether HTML comments were left out, and whether HTML tags were kept as the words they are. */
  comments: boolean
  tags: boolean
}

const definition = /^\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/
const reference = /^\[\^([^\]\s]{1,100})\]/

/** Footnotes: `[^name]` in the text, and `[^name]: words` on a line of its own anywhere. */
export function readFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote-definition', readDefinition, {
    alt: ['paragraph', 'reference'],
  })
  markdown.inline.ruler.before('link', 'footnote', readReference)
  markdown.renderer.rules['footnote'] = (tokens, index, _options, env: MarkdownNotes) => {
    // A note within a note has nowhere to stand, so its reference stays as it was written.
    const words = markdown.renderInline(tokens[index]?.content ?? '', { ...env, notes: new Map() })
    return `<span data-footnote>${words}</span>`
  }
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const found = definition.exec(lineOf(state, startLine))
  if (!found || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  if (silent) return true
  const lines = [found[2] ?? '']
  let next = startLine + 1
  for (; next < endLine; next += 1) {
    const isFurtherParagraph = state.isEmpty(next) && next + 1 < endLine && isIndented(state, next + 1)
    if (state.isEmpty(next) ? !isFurtherParagraph : endsNote(state, next)) break
    lines.push(lineOf(state, next))
  }
  const { notes } = state.env as MarkdownNotes
  const [, name = ''] = found
  const text = lines.join('\n').trim()
  const before = notes.get(name)
  notes.set(name, before ? { ...before, text: `${before.text}\n${text}` } : { text, used: false })
  state.line = next
  return true
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
const isIndented = (state: StateBlock, line: number): boolean =>
  !state.isEmpty(line) && (state.sCount[line] ?? 0) - state.blkIndent >= 4
const endsNote = (state: StateBlock, line: number): boolean =>
  definition.test(lineOf(state, line)) || (state.sCount[line] ?? 0) < state.blkIndent

function readReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false
  const found = reference.exec(state.src.slice(state.pos, state.pos + 104))
  const note = (state.env as MarkdownNotes).notes.get(found?.[1] ?? '')
  if (!found || !note) return false
  if (!silent) {
    state.push('footnote', '', 0).content = note.text
    note.used = true
  }
  state.pos += found[0].length
  return true
}
