import MarkdownIt from 'markdown-it'
import { readBoxes } from './markdown-boxes'
import { readFootnotes, type MarkdownNotes } from './markdown-footnotes'
import type { Warnings } from '../../shared/html/warnings'

/** Tags that writers of Markdown use where it has no sign of its own. Any other tag is text. */
const plainTag = /^<\/?(?:br|sup|sub|b|strong|i|em|s|del|u|ins|mark|small|kbd|cite)\s*\/?>$/i

const markdown = new MarkdownIt({ html: true })
  // Blocks of raw HTML would swallow what follows an unclosed tag; tags inside a paragraph are judged one by one.
  .disable('html_block')
  .use(readFootnotes)
  .use(readBoxes)
// What nests deeper is flattened beforehand, because the parser would drop its words.
Object.assign(markdown.options, { maxNesting: 400 })
// Addresses are judged where every other HTML is: there the words of a refused link stay.
markdown.validateLink = () => true
markdown.renderer.rules.html_inline = (tokens, index, _options, env: MarkdownNotes) => {
  const content = tokens[index]?.content ?? ''
  if (plainTag.test(content)) return content
  if (content.startsWith('<!--')) env.comments = true
  else env.tags = true
  return content.startsWith('<!--') ? '' : markdown.utils.escapeHtml(content)
}

/** Markdown (CommonMark, tables, strikethrough, footnotes, fact boxes, pull quotes) as HTML to be read on. */
export function markdownToHtml(text: string, warnings: Warnings): string {
  const notes: MarkdownNotes = { notes: new Map(), comments: false, tags: false }
  const html = markdown.render(flattenNesting(text), notes)
  if (notes.comments) warnings.add('Comments were left out.')
  if (notes.tags) warnings.add('HTML tags in the text were kept as text.')
  const unused = [...notes.notes].filter(([, { used }]) => !used)
  if (unused.length > 0) warnings.add('Notes that the text does not refer to now stand at its end.')
  return html + unused.map(([, { text: words }]) => markdown.render(words, notes)).join('')
}

const marker = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`
const tooManyMarkers = new RegExp(`^((?:${marker}){40})(?:${marker})+`, 'gm')

/** A text whose lines open no more quotes and lists than the parser follows. */
const flattenNesting = (text: string): string =>
  text.replace(tooManyMarkers, '$1').replace(/^([ \t]{160})[ \t]+/gm, '$1')
