import { isWebAddress } from '../article/address'
import { remove, replaceByText } from './html-edit'
import { safeAddress } from './html-marks'
import { styleOf } from './html-style'
import { attribute, elementsNamed, type HtmlElement, type HtmlParent } from './html-tree'
import type { Leavings } from './leavings'

/** A picture whose bytes came along, and the hash that stands for it until it is stored. */
export interface ClippedPicture {
  standIn: string
  /** Its `data:` address (RFC 2397), or the place it has among the pictures that came beside the HTML. */
  source: string
}

/**
 * Sorts a clipping's images: those that came along are given, small signs become their words, tracking pictures and
 * those on the other computer go. Pictures elsewhere on the web stay.
 * @returns the stand-ins by `src`
 */
export function sortPictures(root: HtmlParent, leavings: Leavings): Map<string, string> {
  const standIns = new Map<string, string>()
  for (const image of elementsNamed(root, 'img')) {
    const source = attribute(image, 'src')
    if (isPixel(image)) {
      leavings.add('pixel')
      remove(image)
    } else if (isSign(image)) replaceByText(image, attribute(image, 'alt'))
    else if (/^data:image\//i.test(source)) {
      if (!standIns.has(source)) standIns.set(source, (standIns.size + 1).toString(16).padStart(64, '0'))
    } else if (!isWebAddress(safeAddress(source) ?? '')) {
      leavings.add('picture')
      remove(image)
    }
  }
  return standIns
}

const sizeOf = (image: HtmlElement, side: 'width' | 'height'): number =>
  Number.parseFloat(attribute(image, side) || styleOf(image, side) || '100')

const isPixel = (image: HtmlElement): boolean => sizeOf(image, 'width') <= 1 || sizeOf(image, 'height') <= 1

/** An emoji that mail and chat programs draw themselves. */
const isSign = (image: HtmlElement): boolean =>
  /^(\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f)|^:[\w+-]{1,60}:$/u.test(
    attribute(image, 'alt'),
  )
