import { defaultTreeAdapter, type html } from 'parse5'
import { oneLine } from '../../../shared/html/fit-headline'
import { elementsNamed, hasClass, isElement, textOf } from '../../../shared/html/html-tree'
import type { HtmlElement, HtmlParent } from '../../../shared/html/html-tree'

/** Puts each paragraph in the caption's style together with the picture above or else below it. Changes the tree. */
export function joinCaptions(root: HtmlParent): void {
  for (const caption of elementsNamed(root, 'p')) {
    if (!hasClass(caption, 'word-caption') || !caption.parentNode) continue
    const neighbours = caption.parentNode.childNodes.filter(isElement)
    const place = neighbours.indexOf(caption)
    const picture = [neighbours[place - 1], neighbours[place + 1]].find(
      (one) => one !== undefined && isPictureAlone(one),
    )
    if (picture) wrap(caption, picture)
  }
}

const isPictureAlone = (element: HtmlElement): boolean =>
  element.tagName === 'p' && elementsNamed(element, 'img').length === 1 && oneLine(textOf(element)) === ''

function wrap(caption: HtmlElement, picture: HtmlElement): void {
  const [image] = elementsNamed(picture, 'img')
  if (!image || !picture.parentNode) return
  const create = (name: string): HtmlElement =>
    defaultTreeAdapter.createElement(name, 'http://www.w3.org/1999/xhtml' as html.NS.HTML, [])
  const figure = create('figure')
  const words = create('figcaption')
  defaultTreeAdapter.insertBefore(picture.parentNode, figure, picture)
  for (const node of [picture, caption, image]) defaultTreeAdapter.detachNode(node)
  for (const node of [...caption.childNodes]) {
    defaultTreeAdapter.detachNode(node)
    defaultTreeAdapter.appendChild(words, node)
  }
  defaultTreeAdapter.appendChild(figure, image)
  defaultTreeAdapter.appendChild(figure, words)
}
