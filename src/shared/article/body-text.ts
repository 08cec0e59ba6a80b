import type { Block, Body, Inline } from './body'

/** Any node of a body, seen only as a tree. */
export type AnyNode = Body | Block | Inline | { type: string; content?: AnyNode[] }

const childrenOf = (node: AnyNode): readonly AnyNode[] => ('content' in node && node.content) || []

/** Calls `visit` for a node and all below it, in reading order. */
export function walkBody(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walkBody(child, visit)
}

/** The words of inline content; a forced line break is a newline and footnotes are left out. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : ''))
    .join('')
}

/**
 * A body's lines of text in reading order, one per paragraph, heading, list item line, cell or title. Captions
 * and footnotes are not body text.
 */
export function bodyLines(body: Body): string[] {
  return body.content.flatMap(blockLines)
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)]
    case 'pullQuote':
      return [inlineText(block.content), block.attrs.attribution].filter(Boolean)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(blockLines))
    case 'blockquote':
      return block.content.flatMap(blockLines)
    case 'factBox':
      return [block.attrs.title, ...block.content.flatMap(blockLines)].filter(Boolean)
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(blockLines)))
    case 'embedCard':
      return [block.attrs.title].filter(Boolean)
    case 'figure':
    case 'gallery':
    case 'relatedArticle':
    case 'horizontalRule':
      return []
  }
}

/** Every media hash a body shows, in order, once each. */
export function bodyMedia(body: Body): string[] {
  const hashes: string[] = []
  walkBody(body, (node) => {
    if (node.type === 'figure' && 'attrs' in node && node.attrs && 'media' in node.attrs)
      hashes.push(node.attrs.media)
  })
  return [...new Set(hashes)]
}

/** How many pictures a reader meets in a body, repeats included. */
export function countPictures(body: Body): number {
  let pictures = 0
  walkBody(body, (node) => {
    if (node.type === 'figure') pictures += 1
  })
  return pictures
}
