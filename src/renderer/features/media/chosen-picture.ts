import type { Thumbnail } from '../../../shared/article/content'
import type { StoredPicture } from '../../../shared/contract'
import { wordsInArticle } from '../../../shared/media/picture-details'

/** A picture that somebody chose, with what the library says of it. */
export type ChosenPicture = Pick<StoredPicture, 'hash' | 'warnings' | 'details'>

/** What a figure starts with: the picture and the words that the library has for it. */
export const figureOf = ({
  hash,
  details,
}: ChosenPicture): Pick<Thumbnail, 'media' | 'alt' | 'caption' | 'credit'> => ({
  media: hash,
  ...wordsInArticle(details.description),
})

/**
 * A thumbnail of a picture. Words of an earlier one stay where the library has none for this picture: they stand in
 * view and are the writer's to change. Licence, its end and focal point are always the picture's own.
 */
export function thumbnailOf(picture: ChosenPicture, before: Thumbnail | null): Thumbnail {
  const { licence, expires, focal } = picture.details.description
  const { media, ...words } = figureOf(picture)
  return {
    media,
    alt: words.alt || before?.alt || '',
    decorative: before?.decorative ?? false,
    caption: words.caption || before?.caption || '',
    credit: words.credit || before?.credit || '',
    licence,
    expires,
    focal,
  }
}
