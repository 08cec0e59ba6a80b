import { setImmediate as pause } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { err, ok, type Result } from '../../shared/kernel/result'

/** An element with the words directly in it; names keep the prefix that the file gives them. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
}

const deepest = 200
const mostElements = 2_000_000
/** Characters read between two pauses, in which the desk answers others. */
const piece = 200_000

/** What no XML may hold (XML 1.0 §2.2), though programs write it; each counted so that it can be told. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * An XML document as a tree, or why it cannot be read. Nothing is fetched and no entity but XML's own five is known: a
 * document that declares some is refused.
 */
export async function readXml(text: string): Promise<Result<XmlElement, string>> {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlElement[] = [root]
  let elements = 0
  let fault: string | null = null
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const words = (more: string): void => {
    const inner = open.at(-1)
    if (inner) inner.text += more
  }
  parser.on('error', ({ message }) => {
    fault ??= `its XML is damaged (${message.slice(0, 200)})`
  })
  parser.on('doctype', () => {
    fault ??= 'it declares entities of its own, which is not safe to read'
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (open.length > deepest) fault ??= 'its XML is nested without end'
    if (elements > mostElements) fault ??= 'it holds more than Galley can read'
    const element: XmlElement = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', words)
  parser.on('cdata', words)

  const clean = text.replace(forbidden, '')
  for (let start = 0; start < clean.length && fault === null; start += piece) {
    parser.write(clean.slice(start, start + piece))
    await pause()
  }
  if (fault === null) parser.close()
  const [document] = root.children
  if (fault !== null) return err(fault)
  return document ? ok(document) : err('it is not XML')
}

/** The first child of a name, and every one. */
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name)
export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The words of the first child of a name, trimmed; '' when there is none. */
export const wordsOf = (element: XmlElement, name: string): string =>
  childNamed(element, name)?.text.trim() ?? ''
