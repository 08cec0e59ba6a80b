import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'

const opening = /^:::+[ \t]*(fact-box|pull-quote)(?:[ \t]+(.*))?$/
const closing = /^:::+[ \t]*$/

/**
 * Fact boxes and pull quotes: `::: fact-box Title` or `::: pull-quote Who said it`, the words, and `:::`. A box that
 * is never closed is plain text.
 */
export function readBoxes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'newsroom-box', readBox, { alt: ['paragraph', 'blockquote', 'list'] })
  const escape = markdown.utils.escapeHtml
  const infoOf = (token: Token | undefined): string => escape(token?.info ?? '')
  markdown.renderer.rules['fact-box_open'] = (tokens, index) =>
    `<div class="fact-box"><p class="fact-title">${infoOf(tokens[index])}</p>\n`
  markdown.renderer.rules['fact-box_close'] = () => '</div>\n'
  markdown.renderer.rules['pull-quote_open'] = () => '<figure class="pull-quote"><blockquote>\n'
  markdown.renderer.rules['pull-quote_close'] = (tokens, index) =>
    `</blockquote><figcaption>${infoOf(tokens[index])}</figcaption></figure>\n`
}

function readBox(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const found = opening.exec(lineOf(state, startLine))
  if (!found || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const end = closingLine(state, startLine, endLine)
  if (end === null) return false
  if (silent) return true
  const [, name = '', info = ''] = found
  const { lineMax } = state
  state.lineMax = end
  state.push(`${name}_open`, '', 1).info = info.trim()
  state.md.block.tokenize(state, startLine + 1, end)
  state.push(`${name}_close`, '', -1).info = info.trim()
  state.lineMax = lineMax
  state.line = end + 1
  return true
}

/** The line that closes the box opened on a line, or null. Boxes may stand in one another. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | null {
  let open = 0
  for (let line = startLine; line < endLine; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return null
    const text = lineOf(state, line)
    if (opening.test(text)) open += 1
    else if (closing.test(text)) open -= 1
    if (open === 0) return line
  }
  return null
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
