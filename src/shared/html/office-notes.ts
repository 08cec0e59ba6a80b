import { append, element, remove, replace } from './html-edit'
import { styleOf } from './html-style'
import { attribute, elementsNamed, hasClass, type HtmlElement, type HtmlParent } from './html-tree'

/** What Word keeps beside a text: its footnotes, and the comments of its reviewers. */

const isNoteList = (node: HtmlElement): boolean => /^(foot|end)note-list$/.test(styleOf(node, 'mso-element'))
const isNote = (node: HtmlElement): boolean => /^(foot|end)note$/.test(styleOf(node, 'mso-element'))

/** Puts each note's words where its mark stands, as a footnote of ours. */
export function placeFootnotes(root: HtmlParent): void {
  const blocks = elementsNamed(root, 'div')
  const notes = new Map(blocks.filter(isNote).map((note) => [attribute(note, 'id'), note]))
  for (const mark of elementsNamed(root, 'a')) {
    const href = attribute(mark, 'href')
    if (/^#_(ftn|edn)ref/.test(href)) remove(mark)
    else if (/^#_(ftn|edn)\d/.test(href)) {
      const note = notes.get(href.slice(2))
      const footnote = element('span', { 'data-footnote': '' })
      if (note) append(footnote, ...note.childNodes)
      replace(mark, ...(note ? [footnote] : []))
      notes.delete(href.slice(2))
    }
  }
  // Notes whose mark was not copied stand at the end, as they did.
  for (const list of blocks.filter(isNoteList)) replace(list, ...notes.values())
}

/** Takes out reviewers' comments and says how many there were. The words they are about stay. */
export function removeComments(root: HtmlParent): number {
  const blocks = elementsNamed(root, 'div').filter((node) => styleOf(node, 'mso-element') === 'comment-list')
  blocks.forEach(remove)
  const anchors = elementsNamed(root, 'a').filter((node) =>
    /^#(_msocom_|cmnt)\d/.test(attribute(node, 'href')),
  )
  anchors.forEach(remove)
  elementsNamed(root, 'span')
    .filter((node) => hasClass(node, 'MsoCommentReference'))
    .forEach(remove)
  return anchors.length
}
