import { fold } from '../kernel/fold'
import { licenceStanding } from './licence'
import type { PictureDetails } from './picture-details'

/** What a picture is found by. */
export interface Findable {
  hash: string
  details: PictureDetails
  usedIn: readonly unknown[]
}

export const pictureFilters = ['all', 'unused', 'licence-ended', 'licence-ends-soon', 'no-alt'] as const
export type PictureFilter = (typeof pictureFilters)[number]

export const pictureFilterNames: Record<PictureFilter, string> = {
  all: 'All',
  unused: 'Not used',
  'licence-ended': 'Licence ended',
  'licence-ends-soon': 'Licence ends soon',
  'no-alt': 'No alt text',
}

/**
 * Whether a picture passes a filter.
 * @param isUsedElsewhere whether it is shown outside articles, such as as a portrait or the site's logo
 */
export function passes(
  picture: Findable,
  filter: PictureFilter,
  { today, isUsedElsewhere }: { today: string; isUsedElsewhere: (hash: string) => boolean },
): boolean {
  const { description } = picture.details
  switch (filter) {
    case 'all':
      return true
    case 'unused':
      return picture.usedIn.length === 0 && !isUsedElsewhere(picture.hash)
    case 'licence-ended':
      return licenceStanding(description.expires, today) === 'ended'
    case 'licence-ends-soon':
      return licenceStanding(description.expires, today) === 'ends-soon'
    case 'no-alt':
      return description.alt.trim() === '' && !isUsedElsewhere(picture.hash)
  }
}

/** A test for pictures that hold every word sought, in any order, in any of what is said of them. */
export function pictureSearch(sought: string): (picture: Findable) => boolean {
  const words = fold(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return ({ hash, details }) => {
    const text = textOf(details)
    return words.every((word) => text.includes(word) || (word.length >= 8 && hash.startsWith(word)))
  }
}

/** Details do not change, they are replaced: what was folded once need not be again. */
const folds = new WeakMap<PictureDetails, string>()

function textOf(details: PictureDetails): string {
  const known = folds.get(details)
  if (known !== undefined) return known
  const { alt, caption, headline, credit, creator, copyright, licence, keywords } = details.description
  const all = [details.name, alt, caption, headline, credit, creator, copyright, licence, ...keywords]
  const text = fold(all.join('\n'))
  folds.set(details, text)
  return text
}
