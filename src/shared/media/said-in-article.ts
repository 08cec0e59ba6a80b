import { walkBody } from '../article/body-text'
import type { Content, Thumbnail } from '../article/content'
import type { PictureDescription } from './picture-details'

type Words = Pick<Thumbnail, 'alt' | 'caption' | 'credit'>

/** What an article says of each of its pictures, by hash; of one that stands there twice, what is said first. */
export function descriptionsIn({
  thumbnail,
  body,
}: Pick<Content, 'thumbnail' | 'body'>): Map<string, Partial<PictureDescription>> {
  const said = new Map<string, Partial<PictureDescription>>()
  const note = (hash: string, words: Words, rights: Partial<PictureDescription>): void => {
    const { alt, caption, credit } = words
    if (!said.has(hash) && (alt || caption || credit)) said.set(hash, { alt, caption, credit, ...rights })
  }
  if (thumbnail) {
    const { licence, expires, focal } = thumbnail
    note(thumbnail.media, thumbnail, { licence, expires, focal })
  }
  walkBody(body, (node) => {
    if (node.type === 'figure' && 'attrs' in node && node.attrs && 'media' in node.attrs)
      note(node.attrs.media, node.attrs, {})
  })
  return said
}

/** Whether anybody, or the file itself, has said anything of a picture. */
export const isDescribed = ({
  alt,
  caption,
  headline,
  credit,
  creator,
  copyright,
}: PictureDescription): boolean =>
  [alt, caption, headline, credit, creator, copyright].some((text) => text.trim() !== '')
