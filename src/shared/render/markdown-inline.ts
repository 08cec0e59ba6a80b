import type { Inline, Mark } from '../article/body'
import { printable, writable } from './escape'

/** A stretch of text with the same marks all through. */
interface Run {
  text: string
  marks: readonly Mark['type'][]
  href: string | null
  /** The note that stands behind the stretch. */
  note: readonly Inline[] | null
}

/**
 * Inline content as CommonMark. Emphasis has its own signs only where every reader of Markdown takes them for
 * emphasis; elsewhere, and for sub- and superscript, it is written in plain HTML tags.
 * @param linkAddress where a link leads, or null where its words stand alone
 * @param addNote takes a footnote's content and gives its number
 */
export function markdownInline(
  content: readonly Inline[] | undefined,
  linkAddress: (href: string) => string | null,
  addNote: (content: readonly Inline[]) => number,
): string {
  const runs = runsOf(content ?? [], linkAddress)
  const texts = runs.map((run, index) => {
    const before = runs[index - 1]?.text ?? ''
    const after = runs[index + 1]?.text ?? ''
    const note = run.note ? `[^${addNote(run.note)}]` : ''
    return writeRun(run, isFree(before.at(-1)), isFree(after.at(0))) + note
  })
  return texts
    .join('')
    .replace(/^(\\\n)+|(\\\n)+$/g, '')
    .replace(/(?<=^|\n)[^\S\n]+|[^\S\n]+(?=\n|$)/g, asEntities)
}

/** White space that Markdown would take away from a line's ends. */
const asEntities = (spaces: string): string =>
  spaces.trim() === '' && spaces.length < 100
    ? Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join('')
    : ''

function runsOf(content: readonly Inline[], linkAddress: (href: string) => string | null): Run[] {
  const runs: Run[] = []
  for (const node of content) {
    const marks = (node.marks ?? []).map(({ type }) => type).filter((type) => type in tags)
    const link = node.marks?.find((mark) => mark.type === 'link')
    const href = link?.type === 'link' ? linkAddress(link.attrs.href) : null
    const last = runs.at(-1)
    if (node.type === 'footnote') {
      runs.push({ text: '', marks: [], href: null, note: node.content ?? [] })
      continue
    }
    const text = node.type === 'hardBreak' ? '\n' : writable(node.text).replace(/\n/g, ' ')
    const joins =
      last?.note === null &&
      last.href === href &&
      last.marks.join() === marks.join() &&
      ![text, last.text].includes('\n')
    if (joins && last) last.text += text
    else runs.push({ text, marks, href, note: null })
  }
  return runs
}

const signs: Partial<Record<Mark['type'], string>> = { bold: '**', italic: '*', strike: '~~' }
const tags: Partial<Record<Mark['type'], string>> = {
  bold: 'b',
  italic: 'i',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
}

function writeRun({ text, marks, href }: Run, freeBefore: boolean, freeAfter: boolean): string {
  if (text === '\n') return '\\\n'
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  if (words === '') return text
  // Beside a letter, or with a sign of punctuation at its edge, emphasis can be read as plain asterisks.
  const opens = href !== null || before !== '' || freeBefore
  const closes = href !== null || after !== '' || freeAfter
  const firm = /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$/u.test(words)
  const isPlain = opens && closes && firm
  const inner = marks.reduce((text, mark) => wrapped(text, mark, isPlain), escapeMarkdown(words))
  return `${before}${href === null ? inner : `[${inner}](<${escapeAddress(href)}>)`}${after}`
}

function wrapped(words: string, mark: Mark['type'], isPlain: boolean): string {
  const sign = signs[mark]
  const tag = tags[mark]
  return sign !== undefined && isPlain ? `${sign}${words}${sign}` : `<${tag}>${words}</${tag}>`
}

const isFree = (neighbour: string | undefined): boolean => neighbour === undefined || /\s/u.test(neighbour)

/** Text that Markdown reads as itself within a line. */
export const escapeMarkdown = (text: string): string =>
  writable(text).replace(/[\\`*_[\]<>&~!|^]/g, (sign) => `\\${sign}`)

/** A line that would otherwise begin a heading, a list, a rule or the like. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^(\s*)([#+\-=:])/, (_, space: string, sign: string) => `${space}\\${sign}`)
    .replace(/^(\s*\d{1,9})([.)])/, (_, digits: string, sign: string) => `${digits}\\${sign}`)

const escapeAddress = (href: string): string =>
  printable(href)
    .replace(/[<>]/g, encodeURIComponent)
    .replace(/[\\&]/g, (sign) => `\\${sign}`)
