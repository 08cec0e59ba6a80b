import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { bodySchema } from '../../../../../shared/article/body'

/** What a piece of a list or a table is checked in. */
const around: Record<string, (node: unknown) => object> = {
  listItem: (node) => ({ type: 'bulletList', content: [node] }),
  tableRow: (node) => ({ type: 'table', content: [node] }),
  tableCell: (node) => ({ type: 'table', content: [{ type: 'tableRow', content: [node] }] }),
  tableHeader: (node) => ({ type: 'table', content: [{ type: 'tableRow', content: [node] }] }),
}

function isValid(node: Node): boolean {
  const json: unknown = node.toJSON()
  const block = node.isInline
    ? { type: 'paragraph', content: [json] }
    : (around[node.type.name]?.(json) ?? json)
  return bodySchema.safeParse({ type: 'doc', content: [block] }).success
}

/** A slice of ours as it is; whatever in it the library would not take, such as one made up by a page, is left out. */
export function checkedSlice(slice: Slice): Slice {
  const nodes: Node[] = []
  slice.content.forEach((node) => nodes.push(node))
  const valid = nodes.filter(isValid)
  return valid.length === nodes.length ? slice : Slice.maxOpen(Fragment.from(valid))
}
