import type { Block } from '../../../../../shared/article/body'
import type { Galley } from '../../../../../shared/contract'
import { galleryBlocks } from '../../../../../shared/html/html-newsroom'
import type { AppError } from '../../../../../shared/kernel/app-error'
import { storePicture } from '../../../media'
import type { ReadClipping } from './clipping-reader'

/**
 * Stores a clipping's pictures, one after the other.
 * @param tell hears how far it is
 * @returns their hashes by stand-in, and why one could not be stored
 */
export async function storeClipped(
  galley: Galley,
  pictures: ReadClipping['pictures'],
  tell: (words: string) => void,
): Promise<{ stored: Map<string, string>; failure: AppError | null }> {
  const stored = new Map<string, string>()
  let failure: AppError | null = null
  for (const [index, { standIn, file }] of pictures.entries()) {
    tell(`Storing picture ${index + 1} of ${pictures.length}…`)
    const name = `pasted picture ${index + 1}`
    const reply = file ? await storePicture(galley, file) : null
    if (reply?.ok === true) stored.set(standIn, reply.value.hash)
    else failure = reply?.error ?? { code: 'picture-refused', name, reason: 'its data cannot be read' }
  }
  return { stored, failure }
}

/**
 * Blocks with the stored pictures in place of their stand-ins. A figure whose picture could not be stored goes; the
 * words of its caption stay.
 * @param stored hashes by stand-in
 */
export const withStored = (blocks: readonly Block[], stored: ReadonlyMap<string, string>): Block[] =>
  blocks.flatMap((block) => withStoredIn(block, stored))

function withStoredIn(block: Block, stored: ReadonlyMap<string, string>): Block[] {
  const inner = (content: readonly Block[]): Block[] => {
    const kept = withStored(content, stored)
    return kept.length > 0 ? kept : [{ type: 'paragraph' }]
  }
  switch (block.type) {
    case 'figure': {
      const { media: standIn, caption } = block.attrs
      const media = stored.get(standIn)
      if (media !== undefined) return [{ ...block, attrs: { ...block.attrs, media } }]
      return caption === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }]
    }
    case 'gallery':
      return galleryBlocks(withStored(block.content, stored))
    case 'blockquote':
    case 'factBox':
      return [{ ...block, content: inner(block.content) }]
    case 'bulletList':
    case 'orderedList':
      return [{ ...block, content: block.content.map((item) => ({ ...item, content: inner(item.content) })) }]
    case 'table':
      return [
        {
          ...block,
          content: block.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => ({ ...cell, content: inner(cell.content) })),
          })),
        },
      ]
    default:
      return [block]
  }
}
