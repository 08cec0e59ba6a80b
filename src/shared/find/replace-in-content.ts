import type { Body, Inline } from '../article/body'
import type { AnyNode } from '../article/body-text'
import { isTextBlock, runningText, stepsOf, writtenAttributes } from '../checking/body-places'
import type { Content } from '../article/content'
import { replacementFor, type Finder, type Sought } from './finder'

/** What shall stand where. */
export interface Replacing {
  find: Finder
  replacement: string
  sought: Pick<Sought, 'regex'>
}

/** Content in which everything found is replaced, and how often that was. Words keep the marks of the first one they replace. */
export function replaceInContent(
  content: Content,
  replacing: Replacing,
): { content: Content; replaced: number } {
  let replaced = 0
  const inText = (text: string): string => {
    const pieces: string[] = []
    let at = 0
    for (const run of runsIn(text, replacing)) {
      pieces.push(text.slice(at, run.from), run.text)
      at = run.to
      replaced += 1
    }
    return at === 0 ? text : pieces.join('') + text.slice(at)
  }
  const inNode = <N extends AnyNode>(node: N): N => {
    const changed = withAttributes(node, inText)
    if (!('content' in changed) || !changed.content) return changed
    const inner = (changed.content as AnyNode[]).map(inNode)
    if (!isTextBlock(changed)) return { ...changed, content: inner }
    const runs = runsIn(runningText(inner), replacing)
    replaced += runs.length
    if (runs.length === 0) return { ...changed, content: inner }
    const written = replaceRuns(inner as Inline[], runs)
    const { content: _before, ...bare } = changed
    return (written.length > 0 ? { ...bare, content: written } : bare) as N
  }
  const { thumbnail, search } = content
  const next: Content = {
    ...content,
    headline: inText(content.headline),
    standfirst: inText(content.standfirst),
    dateline: inText(content.dateline),
    body: inNode<Body>(content.body),
    thumbnail: thumbnail && {
      ...thumbnail,
      alt: thumbnail.decorative ? thumbnail.alt : inText(thumbnail.alt),
      caption: inText(thumbnail.caption),
      credit: inText(thumbnail.credit),
    },
    search: { ...search, title: inText(search.title), description: inText(search.description) },
  }
  return { content: next, replaced }
}

interface Run {
  from: number
  to: number
  text: string
}

const runsIn = (text: string, { find, replacement, sought }: Replacing): Run[] =>
  text === ''
    ? []
    : find(text).map((found) => ({
        from: found.from,
        to: found.to,
        text: replacementFor(found, replacement, sought),
      }))

function withAttributes<N extends AnyNode>(node: N, inText: (text: string) => string): N {
  const names = writtenAttributes(node)
  if (names.length === 0) return node
  const { attrs } = node as unknown as { attrs: Record<string, unknown> }
  const changed = Object.fromEntries(names.map((name) => [name, inText(String(attrs[name]))]))
  return { ...node, attrs: { ...attrs, ...changed } } as N
}

/** Inline content with runs replaced; each run takes the marks of the text it starts in. */
function replaceRuns(content: readonly Inline[], runs: readonly Run[]): Inline[] {
  const written: Inline[] = []
  let at = 0
  for (const node of content) {
    const end = at + stepsOf(node)
    if (node.type === 'text') {
      const text = textAfter(node.text, at, runs)
      if (text !== '') written.push({ ...node, text })
    } else written.push(node)
    at = end
  }
  return written
}

/** A text node's words after replacing: runs that start in it are written here, what runs reach over is gone. */
function textAfter(text: string, start: number, runs: readonly Run[]): string {
  let written = ''
  let at = 0
  for (const run of runs) {
    const from = run.from - start
    const to = run.to - start
    if (to <= 0 || from >= text.length) continue
    written += text.slice(at, Math.max(from, 0))
    if (from >= 0) written += run.text
    at = Math.min(Math.max(to, 0), text.length)
  }
  return written + text.slice(at)
}
