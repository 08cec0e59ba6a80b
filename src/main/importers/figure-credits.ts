import type { Block } from '../../shared/article/body'
import { splitCredit } from './caption-credit'

/** Blocks whose figures have the credit that their captions end with as a credit of their own. */
export const withCredits = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type !== 'figure' || block.attrs.credit !== '') return block
    return { ...block, attrs: { ...block.attrs, ...splitCredit(block.attrs.caption) } }
  })
