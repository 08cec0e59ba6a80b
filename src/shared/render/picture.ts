import { attributes, markup, type Html } from './html'
import type { PageContext } from './context'
import { heightAt, pictureFormats, picturePath, pictureWidths, type PictureFormat } from './picture-files'

/** A picture as content names it. */
interface ShownPicture {
  media: string
  alt: string
  decorative: boolean
}

interface PictureManner {
  /** The `sizes` a browser chooses a file by. */
  sizes: string
  /** The width offered to browsers that choose none. */
  usual: number
  className?: string
  /** The lead picture comes `first`, what stands above it `early`, all others when readers come near. */
  loading?: 'first' | 'early' | 'late'
}

const types: Record<PictureFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** A `<picture>` in every kept format and width; null when the picture is not known. */
export function renderPicture(
  context: PageContext,
  picture: ShownPicture,
  manner: PictureManner,
): Html | null {
  const { media } = picture
  const size = context.surroundings.pictures[media]
  if (!size) return null
  const widths = pictureWidths(size.width)
  const largest = widths.at(-1) ?? size.width
  const common = {
    width: largest,
    height: heightAt(size, largest),
    alt: picture.decorative ? '' : picture.alt,
    class: manner.className,
  }
  if (context.inlined) {
    const address = context.inlined[media]
    return address === undefined ? null : markup`<img${attributes({ src: address, ...common })}>`
  }
  const addressOf = (width: number, format: PictureFormat): string =>
    context.linkTo(picturePath(media, width, format)) ?? ''
  const srcset = (format: PictureFormat): string =>
    widths.map((width) => `${addressOf(width, format)} ${width}w`).join(', ')
  const sources = pictureFormats
    .filter((format) => format !== 'jpg')
    .map((format) => attributes({ type: types[format], srcset: srcset(format), sizes: manner.sizes }))
    .map((source) => markup`<source${source}>`)
  const image = attributes({
    src: addressOf(widths.find((width) => width >= manner.usual) ?? largest, 'jpg'),
    srcset: srcset('jpg'),
    sizes: manner.sizes,
    ...common,
    loading: manner.loading === 'first' || manner.loading === 'early' ? null : 'lazy',
    decoding: 'async',
    fetchpriority: manner.loading === 'first' ? 'high' : null,
  })
  return markup`<picture>${sources}<img${image}></picture>`
}

/** A caption with its credit, or null when there is neither. */
export function renderCaption(caption: string, credit: string): Html | null {
  if (caption === '' && credit === '') return null
  const source = credit && markup`<span class="credit">${credit}</span>`
  return markup`<figcaption>${caption}${caption && credit && ' '}${source}</figcaption>`
}

/**
 * The classes that keep a point of a cropped picture in view. The stylesheet knows steps of a twentieth, because the
 * page's policy allows no inline style.
 */
export const focusClasses = ({ x, y }: { x: number; y: number }): string | undefined =>
  [focusClass('x', x), focusClass('y', y)].filter(Boolean).join(' ') || undefined

function focusClass(axis: 'x' | 'y', fraction: number): string {
  const percent = Math.round(fraction * 20) * 5
  return percent === 50 ? '' : `focus-${axis}-${percent}`
}
