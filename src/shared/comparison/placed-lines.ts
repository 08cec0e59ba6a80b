import type { Block, Inline } from '../article/body'
import type { AnyNode } from '../article/body-text'
import {
  isTextBlock,
  stepsOf,
  walkPlaced,
  writtenAttributes,
  type WrittenAttribute,
} from '../checking/body-places'
import { blockLines, type Line } from './block-lines'
import { readableInlines } from './inlines'

/** A line of a block with what it is read from. */
export interface PlacedLine extends Line {
  text: string
  /**
   * For each letter of the text its position in the body, and the position after the last; null for a line that says
   * what nobody wrote, such as a width. Of a text that a block carries beside its content: offsets in that text.
   */
  places: readonly number[] | null
  /** The block's attribute that is read, with the block's position. */
  attribute: { name: WrittenAttribute; at: number } | null
}

const attributeOf: Record<string, WrittenAttribute> = {
  'Alt text': 'alt',
  Caption: 'caption',
  Credit: 'credit',
  Attribution: 'attribution',
  Title: 'title',
}

/**
 * The lines of a block, each with where its letters stand.
 * @param at the block's position in its body
 */
export function placedLines(block: Block, at: number): PlacedLine[] {
  const texts: number[] = []
  const attributes: { name: WrittenAttribute; at: number; text: string }[] = []
  walkPlaced(block, at, (node, here) => {
    if (isTextBlock(node) && node.type !== 'footnote') texts.push(here + 1)
    attributes.push(
      ...writtenAttributes(node).map((name) => ({ name, at: here, text: attributeText(node, name) })),
    )
  })
  return blockLines(block).map((line) => {
    const text = readableInlines(line.content)
    if (line.label === '' || line.label === '•') {
      const start = texts.shift()
      return {
        ...line,
        text,
        places: start === undefined ? null : placesOf(line.content, start),
        attribute: null,
      }
    }
    const found = attributes.findIndex((one) => one.name === attributeOf[line.label] && one.text === text)
    const [attribute] = found < 0 ? [] : attributes.splice(found, 1)
    if (!attribute) return { ...line, text, places: null, attribute: null }
    const { name, at: node } = attribute
    return { ...line, text, places: offsetsIn(text), attribute: { name, at: node } }
  })
}

/** The offset of each letter of a text, and the one after the last. */
const offsetsIn = (text: string): number[] => Array.from({ length: text.length + 1 }, (_, at) => at)

/** The position of each letter of running text as it is read: a footnote is read as its text in brackets. */
function placesOf(content: readonly Inline[], start: number): number[] {
  const places: number[] = []
  let at = start
  for (const node of content) {
    const length = readableInlines([node]).length
    const steps = stepsOf(node)
    // A footnote reads ` [its text]`: the space and the bracket stand where it begins.
    for (let letter = 0; letter < length; letter += 1) {
      places.push(node.type === 'footnote' ? at + Math.min(Math.max(0, letter - 1), steps - 1) : at + letter)
    }
    at += steps
  }
  return [...places, at]
}

const attributeText = (node: AnyNode, name: WrittenAttribute): string =>
  'attrs' in node && node.attrs ? String((node.attrs as Record<string, unknown>)[name] ?? '') : ''
