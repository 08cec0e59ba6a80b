import { html, parse, parseFragment, type DefaultTreeAdapterTypes, type ParserError } from 'parse5'
import { isSafeAddress, linkedArticle } from '../../article/address'
import { base64Of, bytesOfHex } from '../../kernel/base64'
import { sha256Hex } from '../../kernel/hash'
import { shareScriptHash } from '../share-links'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** A page as a browser would read it, for tests: its elements in order, and every error it makes in HTML. */
export interface ReadPage {
  elements: Element[]
  errors: string[]
}

const read = (parsed: (onParseError: (error: ParserError) => void) => Node): ReadPage => {
  const errors: string[] = []
  const root = parsed(({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`))
  return { elements: elementsBelow(root), errors }
}

export const readPage = (text: string): ReadPage => read((onParseError) => parse(text, { onParseError }))

export const readFragment = (text: string): ReadPage & { roots: Element[]; stray: string } => {
  const fragment = parseFragment(text)
  return {
    ...read((onParseError) => parseFragment(text, { onParseError })),
    roots: fragment.childNodes.filter(isElement),
    stray: fragment.childNodes
      .filter((node) => !isElement(node))
      .map(textOf)
      .join(''),
  }
}

function elementsBelow(node: Node): Element[] {
  const own = isElement(node) ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsBelow)] : own
}

const isElement = (node: Node): node is Element => 'tagName' in node
export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null
export const childrenOf = (element: Element): Element[] => element.childNodes.filter(isElement)
export const byClass = (page: ReadPage, name: string): Element[] =>
  page.elements.filter((element) => attribute(element, 'class')?.split(' ').includes(name))
export const byTag = (page: ReadPage, name: string): Element[] =>
  page.elements.filter(({ tagName }) => tagName === name)
export const byId = (page: ReadPage, id: string): Element | undefined =>
  page.elements.find((element) => attribute(element, 'id') === id)

export function textOf(node: Node): string {
  if ('value' in node) return node.value
  if (isElement(node) && node.tagName === 'br') return '\n'
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const inert = new Set(
  'html head meta title link style body a header nav ul ol li main article section button p h1 h2 h3 div span figure figcaption picture source img time bdi br strong em s sub sup blockquote hr table tbody tr td th footer'.split(
    ' ',
  ),
)

/** What a page tells machines: a script element that no browser runs, and that holds JSON. */
export function isData(element: Element): boolean {
  if (element.tagName !== 'script' || attribute(element, 'type') !== 'application/ld+json') return false
  JSON.parse(textOf(element))
  return element.attrs.length === 1
}

/** A page leads to places on the web; the library's own addresses mean nothing there. */
const isForReaders = (address: string): boolean => isSafeAddress(address) && linkedArticle(address) === null

/** The one script that pages carry: it copies and shares their address. */
export const isShareScript = (element: Element): boolean =>
  element.tagName === 'script' &&
  element.attrs.length === 0 &&
  base64Of(bytesOfHex(sha256Hex(textOf(element)))) === shareScriptHash

/** Whatever in a page could act, or leave the site by itself. */
export function activeParts({ elements }: ReadPage): string[] {
  return elements.flatMap((element) => {
    const found: string[] = []
    if (!inert.has(element.tagName) && !isData(element) && !isShareScript(element))
      found.push(`<${element.tagName}>`)
    if (element.namespaceURI !== html.NS.HTML) found.push(`${element.tagName} in another namespace`)
    for (const { name, value } of element.attrs) {
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$|^target$/i.test(name)) found.push(`${name}=${value}`)
      const isOwnIcon = element.tagName === 'link' && value === 'data:,'
      if (/^(href|src|action|xlink:href)$/.test(name) && !isOwnIcon && !isForReaders(value))
        found.push(`${name}=${value}`)
    }
    return found
  })
}
