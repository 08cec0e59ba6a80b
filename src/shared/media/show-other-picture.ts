import { bodyMedia, walkBody } from '../article/body-text'
import type { Content } from '../article/content'
import { wordsInArticle, type PictureDescription } from './picture-details'

/** A picture that takes another's place: its hash, and what is said of it. */
export interface OtherPicture {
  hash: string
  description: PictureDescription
}

/**
 * Content in which another picture stands wherever one stood. Licence, its end and the focal point are those of the
 * other picture: they never were about the place it stands in.
 * @param words whether the place keeps its alt text, caption and credit, or takes what is said of the other picture
 */
export function showOtherPicture(
  content: Content,
  from: string,
  to: OtherPicture,
  words: 'keep' | 'take',
): Content {
  const taken = words === 'take' ? wordsInArticle(to.description) : {}
  const { licence, expires, focal } = to.description
  const changed = structuredClone(content)
  if (changed.thumbnail?.media === from)
    changed.thumbnail = { ...changed.thumbnail, ...taken, media: to.hash, licence, expires, focal }
  walkBody(changed.body, (node) => {
    if (node.type !== 'figure' || !('attrs' in node) || !node.attrs || !('media' in node.attrs)) return
    if (node.attrs.media === from) Object.assign(node.attrs, taken, { media: to.hash })
  })
  return changed
}

/** Whether content shows a picture anywhere. */
export function showsPicture(
  { thumbnail, body }: Pick<Content, 'thumbnail' | 'body'>,
  hash: string,
): boolean {
  return thumbnail?.media === hash || bodyMedia(body).includes(hash)
}
