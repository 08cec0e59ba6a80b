import type { PictureSize } from './page-model'

/** The widths an export keeps of a picture, in pixels; never wider than the original. */
const keptWidths = [480, 960, 1600] as const
const widest = 1600

/** In the order in which a browser is offered them. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** A kept width's path on the site. */
export const picturePath = (hash: string, width: number, format: PictureFormat): string =>
  `media/${hash}-${width}.${format}`

/** The widths kept of an original, ascending; a smaller original's largest file carries its own width. */
export function pictureWidths(original: number): number[] {
  const widths = keptWidths.filter((width) => width < original)
  return original < widest ? [...widths, original] : [...keptWidths]
}

/** A picture's height at a width, in whole pixels. */
export const heightAt = ({ width, height }: PictureSize, at: number): number =>
  Math.max(1, Math.round((height * at) / width))
