import type { Block, Body, Inline, Mark } from '../article/body'
import type { Content } from '../article/content'
import type { AnyNode } from '../article/body-text'
import { isTextBlock, placedBlocks, stepsOf } from '../checking/body-places'
import type { FieldPlace, Place } from '../checking/places'
import { joinInlines } from '../comparison/inlines'
import { canonicalJson } from '../kernel/canonical-json'
import { err, ok, type Result } from '../kernel/result'
import { anchorAt } from './anchor-at'
import type { KnownEdit } from './carry-anchors'
import { fieldText } from './flat-text'
import type { Suggestion } from './remarks'

/** Content with a suggestion in it, and the change letter by letter where it is one within a line. */
interface Applied {
  content: Content
  edit: KnownEdit | null
}

type BodyPlace = Extract<Place, { in: 'body' }>
interface Run {
  from: number
  to: number
}

/** Content with a suggestion accepted, or in a sentence why it cannot be. What is new is set like the words around it. */
export function applySuggestion(
  content: Content,
  { anchor, text }: Pick<Suggestion, 'anchor' | 'text'>,
): Result<Applied, string> {
  const { place, quote, gone } = anchor
  if (place === null) return err('It is about the article as a whole, not about any words of it.')
  if (gone) return err('Its words are gone or were changed since.')
  if (anchorAt(content, place)?.quote !== quote) return err('Its words were changed since.')
  if (place.in === 'field') return inField(content, place, oneLine(text))
  if (place.attribute !== null) return inAttribute(content, place, oneLine(text))
  if (quote === '' && place.to > place.from) return err('A picture can be commented on, not rewritten.')
  return inText(content, place, text.replaceAll('\r\n', '\n'))
}

const oneLine = (text: string): string => text.replace(/\r\n|[\r\n]/gu, ' ')

function inField(
  content: Content,
  { field, from, to }: Extract<Place, { in: 'field' }>,
  text: string,
): Result<Applied, string> {
  const before = fieldText(content, field)
  if (before === null || from === undefined || to === undefined)
    return err('It is about a choice, not about any words.')
  const edit: KnownEdit = { place: { in: 'field', field, from, to }, text }
  return ok({ content: withField(content, field, before.slice(0, from) + text + before.slice(to)), edit })
}

function withField(content: Content, field: FieldPlace, text: string): Content {
  const [group, name] = field.split('.')
  if (name === undefined) return { ...content, [field]: text }
  return group === 'search'
    ? { ...content, search: { ...content.search, [name]: text } }
    : { ...content, thumbnail: content.thumbnail && { ...content.thumbnail, [name]: text } }
}

function inAttribute(
  content: Content,
  { attribute, from }: BodyPlace,
  text: string,
): Result<Applied, string> {
  const body = changeNode(content.body, -1, { from, to: from + 1 }, (node, at) =>
    at === from && attribute !== null && 'attrs' in node
      ? ({ ...node, attrs: { ...node.attrs, [attribute]: text } } as AnyNode)
      : null,
  )
  return body ? ok({ content: { ...content, body: body as Body }, edit: null }) : err(overBlocks)
}

const overBlocks = 'It reaches over several blocks; change them by hand.'

function inText(content: Content, place: BodyPlace, text: string): Result<Applied, string> {
  const { from, to } = place
  let losesNote = false
  const body = changeNode(content.body, -1, place, (node, at) => {
    if (!isTextBlock(node) || from < at + 1 || to > at + stepsOf(node) - 1) return null
    const inlines = inlinesOf(node)
    const run = { from: from - at - 1, to: to - at - 1 }
    losesNote = sliceSteps(inlines, run.from, run.to).some(({ type }) => type === 'footnote')
    return withInlines(node, replaceSteps(inlines, run, text))
  })
  if (body && losesNote && text !== '') return err('A footnote stands among its words; change them by hand.')
  if (body) {
    const edit = losesNote ? null : { place: { ...place, from, to }, text }
    return ok({ content: { ...content, body: body as Body }, edit })
  }
  const shorter = text === '' ? withoutRun(content.body, place) : null
  return shorter ? ok({ content: { ...content, body: shorter }, edit: null }) : err(overBlocks)
}

/** A node in which the innermost one that `change` takes is changed; null when it takes none that holds the run. */
function changeNode(
  node: AnyNode,
  at: number,
  run: Run,
  change: (node: AnyNode, at: number) => AnyNode | null,
): AnyNode | null {
  let inside = at + 1
  const content = ('content' in node && node.content) || []
  for (const [index, child] of content.entries()) {
    const end = inside + stepsOf(child)
    if (inside <= run.from && run.to <= end) {
      const changed = changeNode(child, inside, run, change)
      if (changed) return { ...node, content: (content as AnyNode[]).toSpliced(index, 1, changed) }
    }
    inside = end
  }
  return change(node, at)
}

const inlinesOf = (node: AnyNode): readonly Inline[] =>
  (('content' in node && node.content) || []) as readonly Inline[]

function withInlines(node: AnyNode, inlines: readonly Inline[]): AnyNode {
  const { content: _before, ...bare } = node as { type: string; content?: AnyNode[] }
  return inlines.length > 0 ? { ...bare, content: [...inlines] } : bare
}

/** The part of inline content between two of the editor’s positions. */
function sliceSteps(content: readonly Inline[], from: number, to: number): Inline[] {
  let at = 0
  return content.flatMap((node): Inline[] => {
    const start = at
    at += stepsOf(node)
    if (at <= from || start >= to) return []
    return node.type === 'text'
      ? [{ ...node, text: node.text.slice(Math.max(0, from - start), to - start) }]
      : [node]
  })
}

function replaceSteps(content: readonly Inline[], { from, to }: Run, text: string): Inline[] {
  const [before, after] = [sliceSteps(content, 0, from), sliceSteps(content, to, Infinity)]
  const replaced = sliceSteps(content, from, to)[0]
  const marks = replaced ? marksOf(replaced) : sharedMarks(before.at(-1), after[0])
  return joinInlines([before, written(text, marks), after])
}

const marksOf = (node: Inline | undefined): readonly Mark[] => node?.marks ?? []

/** The marks that go on across a point: what is written there is set alike. */
const sharedMarks = (before: Inline | undefined, after: Inline | undefined): readonly Mark[] =>
  marksOf(before).filter((mark) =>
    marksOf(after).some((other) => canonicalJson(other) === canonicalJson(mark)),
  )

function written(text: string, marks: readonly Mark[]): Inline[] {
  const set = marks.length > 0 ? { marks: [...marks] } : {}
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' as const, ...set }] : []),
      ...(line !== '' ? [{ type: 'text' as const, text: line, ...set }] : []),
    ])
}

/** A body without a run of words that begins in one block and ends in another; null where more than text lies between. */
function withoutRun(body: Body, { from, to }: Run): Body | null {
  const placed = placedBlocks(body)
  const holding = (position: number): number =>
    placed.findIndex(({ block, at }) => at < position && position < at + stepsOf(block))
  const [first, last] = [holding(from), holding(to)]
  const [begin, end] = [placed[first], placed[last]]
  if (!begin || !end || !placed.slice(first, last + 1).every(({ block }) => isTextBlock(block))) return null
  const joined = joinInlines([
    sliceSteps(inlinesOf(begin.block), 0, from - begin.at - 1),
    sliceSteps(inlinesOf(end.block), to - end.at - 1, Infinity),
  ])
  const isLeft = joined.length > 0 || placed.length === last - first + 1
  const left = isLeft ? [withInlines(begin.block, joined) as Block] : []
  return { ...body, content: body.content.toSpliced(first, last - first + 1, ...left) }
}
