import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Block, Body } from '../../../shared/article/body'

/** Blocks that were read before: a block of an unchanged document is the very same node. */
const read = new WeakMap<DocumentNode, Block>()

function blockJson(node: DocumentNode): Block {
  const known = read.get(node)
  if (known) return known
  const block = node.toJSON() as Block
  read.set(node, block)
  return block
}

/** The editor’s document as a body. Blocks that did not change are the very same objects as before. */
export const bodyJson = (doc: DocumentNode): Body => ({
  type: 'doc',
  content: doc.children.map(blockJson),
})
