import { expect } from '@playwright/test'
import type { Clipping } from './pages/body-field'
import type { DraftPage } from './pages/draft-page'
import { plainPicture } from './pictures'
import type { ReferenceArticle } from './reference-article'

/** A publish time as it is typed into the field and as the page prints it. */
export interface Dating {
  typed: string
  printed: string
}

/** Fills in an article field by field as its editor would, watching the page follow; `null` leaves it undated. */
export async function writeByHand(
  draft: DraftPage,
  piece: ReferenceArticle,
  dating: Dating | null,
): Promise<void> {
  await draft.writeHeadline(piece.headline)
  await expect(draft.preview.headline).toHaveText(piece.headline)
  await writeBody(draft, piece)

  await draft.addAuthor(piece.author)
  await draft.chooseCategory('News')
  await draft.addTag('harbour')
  await draft.addTag('night, after hours')
  await draft.thumbnail.drop('lead picture.png', await plainPicture('#3d5a73'))
  await draft.thumbnail.describe({
    alt: 'A blue field',
    caption: 'The view from the quay.',
    credit: 'Photograph: Galley',
  })
  await draft.overrideReadTime(piece.minutes)
  await expect(draft.readTime).toHaveAccessibleDescription(
    new RegExp(`Printed: ${piece.minutes} Mins Read · computed: \\d+ Mins? Read`),
  )
  if (dating) await draft.publishAt(dating.typed)
  else await draft.leaveUndated()
  await draft.embargoUntil('2022-08-30T06:00')
  await expect(draft.preview.byline).toHaveText(bylineOf(piece, dating))
  await draft.keep()
}

/** `By NAME – DATE – 5 Mins Read`. */
export const bylineOf = ({ author, minutes }: ReferenceArticle, dating: Dating | null): string =>
  [`By ${author}`, dating?.printed, `${minutes} Mins Read`].filter(Boolean).join(' – ')

/** The body comes over the clipboard as plain paragraphs; its subheadings are made in the editor. */
async function writeBody(draft: DraftPage, { blocks }: ReferenceArticle): Promise<void> {
  await draft.body.paste(clippingOf(blocks.map(({ text }) => text)))
  for (const { text } of blocks) await expect(draft.preview.body).toContainText(text)
  for (const { kind, text } of blocks) {
    if (kind === 'paragraph') continue
    await draft.body.format(text, 'Heading')
    await expect(draft.preview.page.getByRole('heading', { level: 2, name: text })).toBeVisible()
  }
}

const clippingOf = (paragraphs: readonly string[]): Clipping => ({
  html: paragraphs
    .map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n'),
  plain: paragraphs.join('\n\n'),
})
