import type { Node, NodeRange, NodeType, Schema } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ownStep } from '../body-history'

/** What a block with words can be turned into. */
export type BlockKind =
  'paragraph' | 'heading-2' | 'heading-3' | 'bullets' | 'numbers' | 'quote' | 'pull-quote' | 'fact-box'

const longestTitle = 2000

/**
 * Turns blocks into one kind with all their words: lists and boxes come apart, a title or attribution becomes
 * text of its own. Null where there are no words, such as in a picture, or where nothing would change.
 */
export function turnBlocks(state: EditorState, range: NodeRange, kind: BlockKind): Transaction | null {
  const { start, end, startIndex, endIndex, parent } = range
  const before: Node[] = []
  for (let index = startIndex; index < endIndex; index += 1) before.push(parent.child(index))
  const loose = before.flatMap(looseBlocks)
  if (!loose.some((block) => block.isTextblock)) return null
  const after = builders[kind](loose)
  if (after.length === before.length && after.every((node, index) => before[index]?.eq(node))) return null
  const tr = ownStep(state).replaceWith(start, end, after)
  return tr.setSelection(Selection.near(tr.doc.resolve(start))).scrollIntoView()
}

function typeOf(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the body has no ${name}`)
  return type
}

const inLine = (like: Node, name: string, attributes?: Record<string, unknown>): Node =>
  typeOf(like.type.schema, name).create(attributes, like.content)
const asText =
  (name: string, attributes?: Record<string, unknown>) =>
  (block: Node): Node =>
    block.isTextblock ? inLine(block, name, attributes) : block
const wrapped = (name: string, blocks: readonly Node[], attributes?: Record<string, unknown>): Node[] => {
  const [first] = blocks
  return first ? [typeOf(first.type.schema, name).create(attributes, blocks)] : []
}

const builders: Record<BlockKind, (loose: readonly Node[]) => Node[]> = {
  paragraph: (loose) => loose.map(asText('paragraph')),
  'heading-2': (loose) => loose.map(asText('heading', { level: 2 })),
  'heading-3': (loose) => loose.map(asText('heading', { level: 3 })),
  bullets: (loose) => wrapped('bulletList', items(loose)),
  numbers: (loose) => wrapped('orderedList', items(loose)),
  quote: (loose) => wrapped('blockquote', loose),
  'pull-quote': (loose) => loose.map(asText('pullQuote')),
  'fact-box': (loose) => {
    const [first, ...rest] = loose
    const isTitled =
      first?.type.name === 'heading' && rest.length > 0 && first.textContent.length <= longestTitle
    return isTitled ? wrapped('factBox', rest, { title: first.textContent }) : wrapped('factBox', loose)
  },
}

const items = (loose: readonly Node[]): Node[] =>
  loose.map(asText('paragraph')).flatMap((block) => wrapped('listItem', [block]))

/** A block without what holds its words together. */
function looseBlocks(block: Node): Node[] {
  const { schema } = block.type
  const line = (name: string, words: unknown, attributes?: Record<string, unknown>): Node[] =>
    typeof words === 'string' && words !== ''
      ? [typeOf(schema, name).create(attributes, schema.text(words))]
      : []
  switch (block.type.name) {
    case 'pullQuote':
      return [inLine(block, 'paragraph'), ...line('paragraph', block.attrs.attribution)]
    case 'factBox':
      return [...line('heading', block.attrs.title, { level: 3 }), ...block.children.flatMap(looseBlocks)]
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'blockquote':
      return block.children.flatMap(looseBlocks)
    default:
      return [block]
  }
}
