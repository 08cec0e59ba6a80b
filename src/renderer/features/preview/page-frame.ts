import type { ChangedRun } from './changed-run'

/**
 * The only file of the window that turns text into HTML, and only inside the preview's frame: a sandboxed document
 * without scripts, shown the text of the page renderer, which escapes everything that people wrote.
 */

/** The attribute by which the frame's own light or dark is chosen; it is no part of the page. */
const themeAttribute = 'data-theme'

/** Chooses light or dark for a document's page. */
export function showTheme(doc: Document, theme: 'light' | 'dark'): void {
  doc.documentElement.setAttribute(themeAttribute, theme)
}

/**
 * Shows a document in light or dark, or as paper would: then what its style keeps for print holds on the screen.
 */
export function showAsPrinted(doc: Document, printed: boolean, theme: 'light' | 'dark'): void {
  showTheme(doc, printed ? 'light' : theme)
  for (const { cssRules } of doc.styleSheets) {
    for (const rule of cssRules) {
      if (!('media' in rule)) continue
      const media = rule.media as MediaList
      if (printed && media.mediaText === 'print') media.mediaText = printedMedia
      else if (!printed && media.mediaText === printedMedia) media.mediaText = 'print'
    }
  }
}

/** As good as all media, and told apart from those that say so. */
const printedMedia = 'print, screen'

/** Shows a page's full text in a style that is not kept yet, in place of the one that the page names. */
export function showPageIn(doc: Document, html: string, css: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').documentElement
  fresh.querySelector('link[rel=stylesheet]')?.remove()
  showFresh(doc, fresh)
  const view = doc.defaultView as (Window & typeof globalThis) | null
  if (!view) return
  const [worn = new view.CSSStyleSheet()] = doc.adoptedStyleSheets
  worn.replaceSync(css)
  doc.adoptedStyleSheets = [worn]
}

/** Keeps the links of a document from leading away; those within its page still lead to their places. */
export function stayOnPage(doc: Document): void {
  doc.addEventListener('click', stay, true)
  doc.addEventListener('auxclick', stay, true)
}

function stay(event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link) return
  event.preventDefault()
  const address = link.getAttribute('href') ?? ''
  if (address.startsWith('#')) link.ownerDocument.getElementById(address.slice(1))?.scrollIntoView()
}

/** Shows a page's full text in a document, touching only what differs. Gives whether anything did. */
export function showPage(doc: Document, html: string): boolean {
  return showFresh(doc, new DOMParser().parseFromString(html, 'text/html').documentElement)
}

function showFresh(doc: Document, fresh: HTMLElement): boolean {
  const theme = doc.documentElement.getAttribute(themeAttribute)
  if (theme !== null) fresh.setAttribute(themeAttribute, theme)
  if (doc.documentElement.isEqualNode(fresh)) return false
  align(doc.documentElement, fresh)
  return true
}

/** Whether a document shows exactly a page's full text, its light or dark apart. */
export function showsPage(doc: Document, html: string): boolean {
  const fresh = new DOMParser().parseFromString(html, 'text/html').documentElement
  const theme = doc.documentElement.getAttribute(themeAttribute)
  if (theme !== null) fresh.setAttribute(themeAttribute, theme)
  return doc.documentElement.isEqualNode(fresh)
}

/**
 * Replaces a run of the page's body blocks, each one element followed by a newline. False, and nothing done, when
 * the body is not as expected.
 */
export function replaceBlocks(
  doc: Document,
  bodyId: string,
  run: ChangedRun,
  blocks: readonly string[],
  expected: number,
): boolean {
  const body = doc.getElementById(bodyId)
  if (!body || body.children.length !== expected) return false
  const next = body.children[run.start + run.removed] ?? null
  const first = body.children[run.start]
  if (first && run.removed === 1 && blocks.length === 1) {
    alignBlock(first, blocks[0] ?? '')
    return true
  }
  let gone: ChildNode | null = first ?? null
  while (gone && gone !== next) {
    const following: ChildNode | null = gone.nextSibling
    gone.remove()
    gone = following
  }
  const written = blocks.map((block) => `${block}\n`).join('')
  if (next) next.insertAdjacentHTML('beforebegin', written)
  else body.insertAdjacentHTML('beforeend', written)
  return true
}

/** Typing changes some letters of one text: its element stays, so that the browser styles and shapes those alone. */
function alignBlock(live: Element, html: string): void {
  const template = live.ownerDocument.createElement('template')
  template.innerHTML = html
  const fresh = template.content.firstChild
  if (fresh?.nodeName === live.nodeName) align(live, fresh)
  else if (fresh) live.replaceWith(fresh)
}

/** Shows the notes below the body; '' takes them away. */
export function replaceNotes(doc: Document, bodyId: string, notesId: string, html: string): void {
  const shown = doc.getElementById(notesId)
  if (shown && html !== '') shown.outerHTML = html
  else if (shown) {
    // The newline before it goes too.
    if (shown.previousSibling?.nodeType === Node.TEXT_NODE) shown.previousSibling.remove()
    shown.remove()
  } else if (html !== '') doc.getElementById(bodyId)?.insertAdjacentHTML('afterend', `\n${html}`)
}

/** Makes a node equal to a fresh one; what is equal already stays, with its scroll position and loaded pictures. */
function align(live: Node, fresh: Node): void {
  if (live.isEqualNode(fresh)) return
  if (isElement(live) && isElement(fresh)) alignAttributes(live, fresh)
  if (isText(live)) alignText(live, fresh.nodeValue ?? '')
  alignChildren(live, fresh)
}

/** Nodes of a frame belong to another window, so `instanceof` does not know them. */
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

/** Comments are texts too. */
const isText = (node: Node): node is CharacterData => node.nodeValue !== null

/** Replaces the letters of a text that differ. */
function alignText(live: CharacterData, wanted: string): void {
  const { data } = live
  const shorter = Math.min(data.length, wanted.length)
  let start = 0
  while (start < shorter && data[start] === wanted[start]) start += 1
  let end = 0
  while (end < shorter - start && data.at(-1 - end) === wanted.at(-1 - end)) end += 1
  live.replaceData(start, data.length - start - end, wanted.slice(start, wanted.length - end))
}

function alignAttributes(live: Element, fresh: Element): void {
  for (const { name } of [...live.attributes]) if (!fresh.hasAttribute(name)) live.removeAttribute(name)
  for (const { name, value } of [...fresh.attributes]) {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value)
  }
}

function alignChildren(live: Node, fresh: Node): void {
  const old = [...live.childNodes]
  const wanted = [...fresh.childNodes]
  const shorter = Math.min(old.length, wanted.length)
  const equal = (one: Node | undefined, other: Node | undefined): boolean =>
    one !== undefined && other !== undefined && one.isEqualNode(other)
  let start = 0
  while (start < shorter && equal(old[start], wanted[start])) start += 1
  let end = 0
  while (end < shorter - start && equal(old.at(-1 - end), wanted.at(-1 - end))) end += 1

  const oldRun = old.slice(start, old.length - end)
  const wantedRun = wanted.slice(start, wanted.length - end)
  const after = old[old.length - end] ?? null
  wantedRun.forEach((node, index) => {
    const place = oldRun[index]
    if (!place) live.insertBefore(node, after)
    else if (place.nodeName === node.nodeName) align(place, node)
    else live.replaceChild(node, place)
  })
  for (const node of oldRun.slice(wantedRun.length)) live.removeChild(node)
}
