import type { Block, Inline, Mark } from '../article/body'
import { canonicalJson } from '../kernel/canonical-json'

type TextBlock = 'paragraph' | 2 | 3

/** Gathers a body's blocks, and the line of words that is being written. */
export interface BlockWriter {
  /** Writes words; white space is read as one space unless it is `preformatted`. */
  text(text: string, marks: readonly Mark[], preformatted?: boolean): void
  lineBreak(): void
  footnote(content: readonly Inline[]): void
  /** Ends the line that is being written and makes it a block of this kind; nothing, when it has no words. */
  endLine(kind?: TextBlock): void
  /** Ends the line, then adds blocks. */
  add(...blocks: readonly Block[]): void
  /** Ends the line and gives everything. */
  blocks(): Block[]
}

/** The order in which the editor keeps a text's marks. */
const markOrder: readonly Mark['type'][] = ['link', 'bold', 'italic', 'strike', 'subscript', 'superscript']
const inOrder = (marks: readonly Mark[]): Mark[] =>
  markOrder.flatMap((type) => marks.filter((mark) => mark.type === type).slice(-1))

/**
 * A writer that has written nothing yet.
 * @param keepsSpaces whether spaces stay as they are written and only line ends are read as one space, as in Markdown
 */
export function startBlocks(keepsSpaces = false): BlockWriter {
  const blocks: Block[] = []
  let line: Inline[] = []

  const writeText = (text: string, marks: readonly Mark[]): void => {
    if (text === '') return
    const kept = inOrder(marks)
    const last = line.at(-1)
    if (last?.type === 'text' && canonicalJson(last.marks ?? []) === canonicalJson(kept)) last.text += text
    else line.push(kept.length > 0 ? { type: 'text', text, marks: kept } : { type: 'text', text })
  }
  const endsInSpace = (): boolean => {
    const last = line.at(-1)
    return (
      last === undefined || last.type === 'hardBreak' || (last.type === 'text' && /[ \t\n]$/.test(last.text))
    )
  }
  const trim = keepsSpaces ? trimLineEnds : trimLine
  const writer: BlockWriter = {
    text(text, marks, preformatted = false) {
      if (preformatted) {
        text.split(/\r\n|\n|\r/).forEach((piece, index) => {
          if (index > 0) writer.lineBreak()
          writeText(piece, marks)
        })
        return
      }
      if (keepsSpaces) return writeText(text.replace(/\r\n?/g, '\n'), marks)
      const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
      writeText(endsInSpace() ? collapsed.replace(/^ /, '') : collapsed, marks)
    },
    lineBreak() {
      line.push({ type: 'hardBreak' })
    },
    footnote(content) {
      line.push(
        content.length > 0 ? { type: 'footnote', content: content.filter(isPlain) } : { type: 'footnote' },
      )
    },
    endLine(kind = 'paragraph') {
      const written = line
      line = []
      const lines = kind === 'paragraph' ? splitAtEmptyLines(written, trim) : [trim(written)]
      for (const content of lines) {
        if (content.length === 0) continue
        if (kind === 'paragraph') blocks.push({ type: 'paragraph', content })
        else blocks.push({ type: 'heading', attrs: { level: kind }, content })
      }
    },
    add(...more) {
      writer.endLine()
      for (const block of more) blocks.push(block)
    },
    blocks() {
      writer.endLine()
      return blocks
    },
  }
  return writer
}

const isPlain = (node: Inline): node is Exclude<Inline, { type: 'footnote' }> => node.type !== 'footnote'

/** Two line breaks in a row are how old pages part their paragraphs. */
function splitAtEmptyLines(line: readonly Inline[], trim: (line: readonly Inline[]) => Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  line.forEach((node, index) => {
    const next = line[index + 1]
    const ends = node.type === 'hardBreak' && next?.type === 'hardBreak'
    if (ends) lines.push([])
    else lines.at(-1)?.push(node)
  })
  return lines.map(trim)
}

/** A line without white space and breaks at its ends; empty when it holds no words. */
const trimLine = (line: readonly Inline[]): Inline[] => trimmed(line, /^[ \t\n\f]+/, /[ \t\n\f]+$/)

/** The same, with spaces left as they are: only line ends are white space. */
const trimLineEnds = (line: readonly Inline[]): Inline[] =>
  trimmed(line, /^\n+/, /\n+$/).map((node) =>
    node.type === 'text' ? { ...node, text: node.text.replace(/\n+/g, ' ') } : node,
  )

function trimmed(line: readonly Inline[], before: RegExp, after: RegExp): Inline[] {
  const content = line.map((node) => ({ ...node }))
  while (trimsAway(content[0], before)) content.shift()
  while (trimsAway(content.at(-1), after)) content.pop()
  return content.some((node) => node.type === 'footnote' || (node.type === 'text' && node.text.trim() !== ''))
    ? content
    : []
}

/** Takes white space off an end of a line; whether nothing of that node is left. */
function trimsAway(node: Inline | undefined, space: RegExp): boolean {
  if (node === undefined || node.type === 'footnote') return false
  if (node.type === 'hardBreak') return true
  node.text = node.text.replace(space, '')
  return node.text === ''
}
