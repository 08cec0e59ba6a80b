import type { Content } from '../../article/content'
import { placedBlocks, walkPlaced } from '../../checking/body-places'
import type { Place } from '../../checking/places'
import { altTextHints } from '../../media/alt-text'
import { licenceStanding, licenceWords } from '../../media/licence'
import type { Shortcoming } from '../../workflow/readiness'
import type { CheckSurroundings } from './surroundings'

/** A picture as an article shows it. */
interface ShownPicture {
  media: string
  alt: string
  caption: string
  credit: string
  decorative: boolean
  /** The day its licence ends, where the article itself says so. */
  expires: string | null
  /** What it is called in a sentence. */
  name: string
  placeOf: (part: 'alt' | 'credit') => Place
}

/** What could be better in the alt texts; it refuses nothing, because only a person can tell. */
export function altHints(content: Content, { picture }: CheckSurroundings): Shortcoming[] {
  const shown = shownPictures(content).filter(({ decorative }) => !decorative)
  return shown.flatMap((one, index) => {
    const others = shown.filter((_, place) => place !== index).map(({ alt }) => alt)
    const fileName = picture(one.media)?.name ?? ''
    return altTextHints(one.alt, { caption: one.caption, fileName, others }).map((hint) => ({
      sentence: `${one.name}: ${hint}`,
      places: [one.placeOf('alt')],
    }))
  })
}

/** Pictures that name nobody who made them, and those whose licence has ended. */
export const creditProblems = (content: Content, around: CheckSurroundings): Shortcoming[] =>
  shownPictures(content).flatMap((one) => [
    ...(one.credit.trim() === ''
      ? [{ sentence: `${one.name} has no credit.`, places: [one.placeOf('credit')] }]
      : []),
    ...licenceRemark(one, around, 'ended'),
  ])

/** Licences that end within a month. */
export const creditHints = (content: Content, around: CheckSurroundings): Shortcoming[] =>
  shownPictures(content).flatMap((one) => licenceRemark(one, around, 'ends-soon'))

function licenceRemark(
  { media, expires: ownEnd, name, placeOf }: ShownPicture,
  { picture, today }: CheckSurroundings,
  standing: 'ended' | 'ends-soon',
): Shortcoming[] {
  const expires = ownEnd ?? picture(media)?.description.expires ?? null
  if (licenceStanding(expires, today) !== standing) return []
  return [{ sentence: `${name}: ${licenceWords(expires, today)}.`, places: [placeOf('credit')] }]
}

function shownPictures({ thumbnail, body }: Content): ShownPicture[] {
  const shown: ShownPicture[] = thumbnail
    ? [
        {
          ...thumbnail,
          name: 'The thumbnail',
          placeOf: (part) => ({ in: 'field', field: `thumbnail.${part}` }),
        },
      ]
    : []
  let number = 0
  for (const { block, at: start } of placedBlocks(body)) {
    walkPlaced(block, start, (node, at) => {
      if (node.type !== 'figure' || !('attrs' in node) || !node.attrs || !('media' in node.attrs)) return
      number += 1
      shown.push({
        ...node.attrs,
        expires: null,
        name: `Picture ${number} in the body`,
        placeOf: (attribute) => ({ in: 'body', from: at, to: at + 1, attribute }),
      })
    })
  }
  return shown
}
