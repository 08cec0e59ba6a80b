import type { Block } from '../article/body'
import { ok, type Result } from '../kernel/result'
import { cleanLinks } from './clipping-links'
import { sortPictures, type ClippedPicture } from './clipping-pictures'
import { replace, remove } from './html-edit'
import { blocksFromHtml } from './html-body'
import { leavingsIn } from './html-leavings'
import {
  descendants,
  elementsNamed,
  isElement,
  isHidden,
  isText,
  textOf,
  type HtmlElement,
  type HtmlParent,
} from './html-tree'
import { countLeavings, type Leavings } from './leavings'
import { cleanOffice, isFromOffice } from './office'
import { makeRealLists } from './office-lists'
import { parsePage } from './parse-html'
import { picturesInRtf } from './rtf-pictures'
import { collectWarnings } from './warnings'

/** What a clipboard's HTML says, in an article's own blocks. */
export interface Clipping {
  blocks: Block[]
  /** The pictures that came along. Their figures name them by stand-ins. */
  pictures: ClippedPicture[]
  /** Whether it is more than pictures. */
  hasWords: boolean
  /** What was not taken, each as words such as `2 comments`. */
  left: string[]
  /** Sentences about what was changed. */
  changed: string[]
}

/**
 * Reads HTML from a clipboard or a drop as imports are read, after cleaning away what office programs, mail and web
 * pages put around the words.
 * @param rtf the clipboard's RTF, which may hold the pictures that the HTML only names
 * @returns the clipping, or why the HTML cannot be read
 */
export function readClipping(html: string, rtf = ''): Result<Clipping, string> {
  const parsed = parsePage(asWhole(html))
  if (!parsed.ok) return parsed
  const page = parsed.value
  const leavings = countLeavings()
  const warnings = collectWarnings()
  makeRealLists(page)
  if (isFromOffice(html)) cleanOffice(page, leavings)
  removeStyles(page, leavings)
  removeHidden(page, leavings)
  joinStrayLists(page)
  cleanLinks(page, leavings)
  const { bySource, pictures } = sortPictures(page, picturesInRtf(rtf), leavings)
  const body = elementsNamed(page, 'body')[0] ?? page
  const blocks = blocksFromHtml(body.childNodes, { pictures: bySource, used: new Set(), warnings })
  return ok({
    blocks,
    pictures,
    hasWords: textOf(body).trim() !== '',
    left: [...leavings.inWords(), ...leavingsIn(body)],
    changed: warnings.all(),
  })
}

/** Rows and cells without their table, as some programs copy them, would be read as words without a break. */
const asWhole = (html: string): string =>
  /<t[rdh][\s>]/i.test(html) && !/<table[\s>]/i.test(html) ? `<table>${html}</table>` : html

function removeStyles(page: HtmlParent, leavings: Leavings): void {
  const sheets = elementsNamed(page, 'style')
  sheets.forEach(remove)
  for (const node of descendants(page))
    if (sheets.length > 0 || (isElement(node) && node.attrs.some(({ name }) => name === 'style')))
      return leavings.add('style')
}

function removeHidden(page: HtmlParent, leavings: Leavings): void {
  for (const node of [...descendants(page)]) {
    if (!isElement(node) || !isHidden(node)) continue
    leavings.add('hidden')
    remove(node)
  }
}

/** An item that holds nothing but lists is how some programs indent: its lists belong to the item before. */
function joinStrayLists(page: HtmlParent): void {
  for (const item of elementsNamed(page, 'li')) {
    const content = item.childNodes.filter((node) => !(isText(node) && node.value.trim() === ''))
    if (content.length > 0 && content.every((node) => isElement(node) && isList(node)))
      replace(item, ...content)
  }
}

const isList = ({ tagName }: HtmlElement): boolean => tagName === 'ul' || tagName === 'ol'
