import { remove, replaceByText } from './html-edit'
import { styleOf } from './html-style'
import {
  attribute,
  descendants,
  hasClass,
  isElement,
  textOf,
  type HtmlElement,
  type HtmlParent,
} from './html-tree'
import type { Leavings } from './leavings'
import { placeFootnotes, removeComments } from './office-notes'

/** Whether a document was written by Word, Excel or Outlook, whose `del` is text that was deleted. */
export const isFromOffice = (html: string): boolean =>
  /urn:schemas-microsoft-com:office|class=["']?Mso|\bmso-[a-z]/i.test(html)

/**
 * Makes an office program's document say in HTML what it says in its own styles: notes stand at their marks, deleted
 * and hidden text and comments are gone, and spaces are spaces.
 * @param root the parsed document, which is changed
 */
export function cleanOffice(root: HtmlParent, leavings: Leavings): void {
  leavings.add('comment', removeComments(root))
  placeFootnotes(root)
  for (const node of [...descendants(root)]) {
    if (!isElement(node)) continue
    const { tagName } = node
    if (tagName === 'del' || hasClass(node, 'msoDel')) {
      if (textOf(node).trim() !== '') leavings.add('deletion')
      remove(node)
    } else if (tagName === 'xml' || (tagName === 'o:p' && textOf(node).trim() === '')) remove(node)
    else if (styleOf(node, 'mso-hide') === 'all') {
      leavings.add('hidden')
      remove(node)
    } else if (isSpaces(node)) replaceByText(node, ' ')
    else if (tagName === 'p') node.tagName = blockOf(node)
  }
}

/** Runs of spaces and tabs, written as hard spaces. */
const isSpaces = (node: HtmlElement): boolean =>
  node.tagName === 'span' &&
  (styleOf(node, 'mso-spacerun') === 'yes' ||
    styleOf(node, 'mso-tab-count') !== '' ||
    hasClass(node, 'Apple-converted-space')) &&
  textOf(node).trim() === ''

/** Word's styles for paragraphs that HTML has elements for. */
function blockOf(paragraph: HtmlElement): string {
  const name = attribute(paragraph, 'class')
  if (/^MsoTitle/.test(name)) return 'h1'
  return /^Mso(Intense)?Quote/.test(name) ? 'blockquote' : paragraph.tagName
}
