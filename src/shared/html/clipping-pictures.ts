import { isWebAddress } from '../article/address'
import { remove, replaceByText, setAttribute } from './html-edit'
import { safeAddress } from './html-marks'
import { styleOf } from './html-style'
import { attribute, elementsNamed, type HtmlElement, type HtmlParent } from './html-tree'
import type { Leavings } from './leavings'
import type { RtfPicture } from './rtf-pictures'

/** A picture whose bytes came along, and the hash that stands for it until it is stored. */
export interface ClippedPicture {
  standIn: string
  /** Its `data:` address (RFC 2397), or what the clipboard's RTF holds. */
  data: string | NonNullable<RtfPicture>
}

/**
 * Sorts a clipping's images: those that came along are given, small signs become their words, tracking pictures and
 * those on the other computer go. Pictures elsewhere on the web stay, to become links.
 * @param besides the pictures of the clipboard's RTF: they are those that the HTML names on the other computer
 */
export function sortPictures(
  root: HtmlParent,
  besides: readonly RtfPicture[],
  leavings: Leavings,
): { bySource: Map<string, string>; pictures: ClippedPicture[] } {
  const bySource = new Map<string, string>()
  const pictures: ClippedPicture[] = []
  const unreached: HtmlElement[] = []
  const take = (source: string, data: ClippedPicture['data']): void => {
    const standIn = (pictures.length + 1).toString(16).padStart(64, '0')
    bySource.set(source, standIn)
    pictures.push({ standIn, data })
  }
  for (const image of elementsNamed(root, 'img')) {
    const source = attribute(image, 'src')
    if (isPixel(image)) {
      leavings.add('pixel')
      remove(image)
    } else if (isSign(image)) replaceByText(image, attribute(image, 'alt'))
    else if (/^data:image\//i.test(source)) {
      if (!bySource.has(source)) take(source, source)
    } else if (isWebAddress(safeAddress(source) ?? '')) leavings.add('elsewhere')
    else unreached.push(image)
  }
  for (const [index, image] of unreached.entries()) {
    const beside = unreached.length === besides.length ? besides[index] : null
    if (beside) {
      setAttribute(image, 'src', `rtf:${index}`)
      take(`rtf:${index}`, beside)
    } else {
      leavings.add('picture')
      remove(image)
    }
  }
  return { bySource, pictures }
}

const sizeOf = (image: HtmlElement, side: 'width' | 'height'): number =>
  Number.parseFloat(attribute(image, side) || styleOf(image, side) || '100')

const isPixel = (image: HtmlElement): boolean => sizeOf(image, 'width') <= 1 || sizeOf(image, 'height') <= 1

/** An emoji that mail and chat programs draw themselves. */
const isSign = (image: HtmlElement): boolean =>
  /^(\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f)|^:[\w+-]{1,60}:$/u.test(
    attribute(image, 'alt'),
  )
