import type { AnyNode } from '../article/body-text'
import type { Block, Body, Inline, Mark } from '../article/body'
import { isTextBlock, placedBlocks, stepsOf } from '../checking/body-places'
import { joinInlines } from '../comparison/inlines'
import { canonicalJson } from '../kernel/canonical-json'
import { err, ok, type Result } from '../kernel/result'

/** A stretch of a body, in the editor’s positions. */
interface Run {
  from: number
  to: number
}

const overBlocks = 'It reaches over more than paragraphs; change them by hand.'

/**
 * A body in which other words stand in place of a run, set like those they replace; or in a sentence why they cannot.
 * Where the run begins in one block and ends in another, these become one. An empty line begins a new paragraph.
 */
export function replaceRun(body: Body, run: Run, text: string): Result<Body, string> {
  const outer = replaceInBlocks(body, run, text)
  if (outer) return outer
  let losesNote = false
  const changed = changeNode(body, -1, run, (node, at) => {
    if (!isTextBlock(node) || run.from < at + 1 || run.to > at + stepsOf(node) - 1) return null
    const inlines = inlinesOf(node)
    const inside = { from: run.from - at - 1, to: run.to - at - 1 }
    losesNote = holdsNote(inlines, inside)
    const [first = []] = replaceSteps(inlines, inlines, inside, [paragraphsIn(text).join('\n')])
    return withInlines(node, first)
  })
  if (!changed) return err(overBlocks)
  return losesNote && text !== '' ? err(noteAmong) : ok(changed as Body)
}

const noteAmong = 'A footnote stands among its words; change them by hand.'

/** What an empty line parts. */
export const paragraphsIn = (text: string): string[] => text.split(/\n{2,}/u)

/** Replaces from one top-level text to another, or within one where new paragraphs begin; null for any other run. */
function replaceInBlocks(body: Body, { from, to }: Run, text: string): Result<Body, string> | null {
  const placed = placedBlocks(body)
  const holding = (position: number): number =>
    placed.findIndex(({ block, at }) => at < position && position < at + stepsOf(block))
  const [first, last] = [holding(from), holding(to)]
  const [begin, end] = [placed[first], placed[last]]
  const paragraphs = paragraphsIn(text)
  if (!begin || !end || (begin === end && paragraphs.length === 1)) return null
  if (!placed.slice(first, last + 1).every(({ block }) => isTextBlock(block))) return null
  const [before, after] = [inlinesOf(begin.block), inlinesOf(end.block)]
  const run = { from: from - begin.at - 1, to: to - end.at - 1 }
  // A position inside a footnote is none of the paragraph’s own words.
  if (isInNote(before, run.from) || isInNote(after, run.to)) return null
  const lost = begin === end ? run : { from: run.from, to: Infinity }
  const losesNote = holdsNote(before, lost) || (begin !== end && holdsNote(after, { from: 0, to: run.to }))
  if (losesNote && text !== '') return err(noteAmong)
  const put = replaceSteps(before, after, run, paragraphs).map((inlines, index): Block => {
    const isLike = index === 0 || begin.block.type === 'paragraph'
    return withInlines(isLike ? begin.block : { type: 'paragraph' }, inlines) as Block
  })
  return ok({ ...body, content: body.content.toSpliced(first, last - first + 1, ...put) })
}

const holdsNote = (inlines: readonly Inline[], { from, to }: Run): boolean =>
  sliceSteps(inlines, from, to).some(({ type }) => type === 'footnote')

function isInNote(inlines: readonly Inline[], position: number): boolean {
  let at = 0
  return inlines.some((node) => {
    const start = at
    at += stepsOf(node)
    return node.type === 'footnote' && start < position && position < at
  })
}

/** A node in which the innermost one that `change` takes is changed; null when it takes none that holds the run. */
export function changeNode(
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

/** What stands before a run, new paragraphs, and what stands behind it, each paragraph with its own content. */
function replaceSteps(
  begin: readonly Inline[],
  end: readonly Inline[],
  { from, to }: Run,
  paragraphs: readonly string[],
): Inline[][] {
  const [before, after] = [sliceSteps(begin, 0, from), sliceSteps(end, to, Infinity)]
  const replaced = sliceSteps(begin, from, begin === end ? to : Infinity)[0]
  const marks = replaced ? marksOf(replaced) : sharedMarks(before.at(-1), after[0])
  return paragraphs.map((text, index) =>
    joinInlines([
      index === 0 ? before : [],
      written(text, marks),
      index === paragraphs.length - 1 ? after : [],
    ]),
  )
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
