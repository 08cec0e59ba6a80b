import { fieldNames, type Content } from '../../../../shared/article/content'
import { blockName } from '../../../../shared/comparison/block-lines'
import type { Conflict } from '../../../../shared/comparison/merge-contents'

/** What a conflict is about: `Headline`, `Paragraph`. */
export function conflictName(conflict: Conflict): string {
  if (conflict.kind === 'field') return fieldNames[conflict.field]
  const block = conflict.base[0] ?? conflict.mine[0] ?? conflict.theirs[0]
  return block ? blockName(block) : fieldNames.body
}

/** One side of a conflict in an article that is empty but for it, so that it can be compared with the base. */
export function conflictText(conflict: Conflict, side: 'base' | 'mine' | 'theirs', rest: Content): Content {
  if (conflict.kind === 'field') return { ...rest, ...conflict[side] }
  return { ...rest, body: { type: 'doc', content: [...conflict[side]] } }
}
