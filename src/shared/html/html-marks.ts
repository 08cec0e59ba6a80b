import { isSafeAddress } from '../article/address'
import type { Mark } from '../article/body'
import { attribute, type HtmlElement } from './html-tree'
import { quoted, type Warnings } from './warnings'

type PlainMark = Exclude<Mark['type'], 'link'>

const markOf: Record<string, PlainMark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sub: 'subscript',
  sup: 'superscript',
}

/** The marks of an element's text: those around it and its own. */
export function marksWithin(
  element: HtmlElement,
  around: readonly Mark[],
  warnings: Warnings,
): readonly Mark[] {
  let marks = around
  const own = Object.hasOwn(markOf, element.tagName) ? markOf[element.tagName] : undefined
  if (own) marks = [...marks, { type: own }]
  marks = withStyle(marks, attribute(element, 'style'))
  if (element.tagName !== 'a') return marks
  const written = attribute(element, 'href')
  if (written === '') return marks
  const href = safeAddress(written)
  if (href !== null) return [...marks, { type: 'link', attrs: { href } }]
  warnings.add(`The link to ${quoted(written)} is not one a page may hold: it was left out, its words stay.`)
  return marks
}

/** Word processors say bold and italic in styles, and take them back in styles. */
function withStyle(around: readonly Mark[], style: string): readonly Mark[] {
  if (style === '') return around
  let marks = around
  const set = (type: PlainMark, on: boolean): void => {
    const others = marks.filter((mark) => mark.type !== type)
    marks = on ? [...others, { type }] : others
  }
  const weight = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase()
  if (weight) set('bold', weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)
  const slant = /(?:^|;)\s*font-style\s*:\s*([a-z]+)/i.exec(style)?.[1]?.toLowerCase()
  if (slant) set('italic', slant === 'italic' || slant === 'oblique')
  if (/text-decoration[a-z-]*\s*:[^;]*line-through/i.test(style)) set('strike', true)
  const place = /vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase()
  if (place) set(place === 'sub' ? 'subscript' : 'superscript', true)
  return marks
}

/** An address as an article may hold it, or null. Spaces are escaped, as browsers do. */
export function safeAddress(written: string): string | null {
  const address = written
    .trim()
    .replace(/ /g, '%20')
    .replace(/^\/\/(?=[^/\\])/, 'https://')
  return isSafeAddress(address) ? address : null
}
