import { boxOfRatio, pixelsOf, type Point } from '../media/crop-box'
import type { PictureSize } from './page-model'

/** Shapes of a lead picture that search engines and link cards ask for, and that of an avatar, as width by height. */
export const cropShapes = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, avatar: 1 } as const
type CropShape = keyof typeof cropShapes

/** A part of a picture with its focal point in view. The point is in whole hundredths: they are in its path. */
export interface PictureCrop {
  hash: string
  shape: CropShape
  /** Hundredths of the picture's width and height, from the top left. */
  x: number
  y: number
}

/** In pixels. An avatar is 64 wide where it is largest, and screens may be twice as fine. */
const widest: Record<CropShape, number> = { '16x9': 1200, '4x3': 1200, '1x1': 1200, avatar: 128 }

/** The crops of a lead picture, in every shape that is asked for. */
export const cropsOf = (hash: string, focal: Point): PictureCrop[] =>
  (['16x9', '4x3', '1x1'] as const).map((shape) => ({
    hash,
    shape,
    x: Math.round(focal.x * 100),
    y: Math.round(focal.y * 100),
  }))

/** The middle of a picture, as small as an avatar is shown. */
export const avatarCrop = (hash: string): PictureCrop => ({ hash, shape: 'avatar', x: 50, y: 50 })

/** A crop's path on the site. */
export const cropPath = ({ hash, shape, x, y }: PictureCrop): string => `media/${hash}-${shape}-${x}-${y}.jpg`

const cropName = /^media\/([0-9a-f]{64})-(16x9|4x3|1x1|avatar)-(\d{1,3})-(\d{1,3})\.jpg$/

/** The crop that a path means; null for any other path. */
export function cropAt(path: string): PictureCrop | null {
  const [, hash, shape, x, y] = cropName.exec(path) ?? []
  if (hash === undefined || Number(x) > 100 || Number(y) > 100) return null
  return { hash, shape: shape as CropShape, x: Number(x), y: Number(y) }
}

/** What is cut from a picture of a size, in its pixels, and how large the crop is. */
export function cropPixels(
  { shape, x, y }: Omit<PictureCrop, 'hash'>,
  size: PictureSize,
): { box: ReturnType<typeof pixelsOf>; width: number; height: number } {
  const ratio = cropShapes[shape]
  const box = pixelsOf(boxOfRatio(ratio, size, { x: x / 100, y: y / 100 }), size)
  const width = Math.min(widest[shape], box.width)
  return { box, width, height: Math.max(1, Math.round(width / ratio)) }
}
