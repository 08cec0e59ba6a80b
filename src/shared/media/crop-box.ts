import { z } from 'zod'

/** A part of an upright picture: fractions of its width and height, from the top left. */
export const cropBoxSchema = z
  .strictObject({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().gt(0).max(1),
    height: z.number().gt(0).max(1),
  })
  .refine(({ x, width }) => x + width <= 1 + rounding, 'reaches over the right edge')
  .refine(({ y, height }) => y + height <= 1 + rounding, 'reaches over the bottom edge')
export type CropBox = z.infer<typeof cropBoxSchema>

const rounding = 1e-9

export interface Size {
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}

export const wholePicture: CropBox = { x: 0, y: 0, width: 1, height: 1 }

/** Shapes that pictures are printed in, as width by height; null leaves the shape free. */
export const cropRatios = {
  free: null,
  '16:9': 16 / 9,
  '4:3': 4 / 3,
  '1:1': 1,
} as const satisfies Record<string, number | null>
export type CropRatio = keyof typeof cropRatios

/**
 * The largest box of a shape, with a focal point as near to its middle as the edges allow.
 * @param ratio width by height in pixels
 */
export function boxOfRatio(ratio: number, picture: Size, focal: Point): CropBox {
  const own = picture.width / picture.height
  const width = Math.min(1, ratio / own)
  const height = Math.min(1, own / ratio)
  return { x: inside(focal.x - width / 2, width), y: inside(focal.y - height / 2, height), width, height }
}

/**
 * The part of a picture that a page shows in a frame of another shape: as large as fits, placed as CSS places
 * `object-fit: cover` with the focal point as `object-position`.
 */
export function shownBox(ratio: number, picture: Size, focal: Point): CropBox {
  const { width, height } = boxOfRatio(ratio, picture, focal)
  return { x: focal.x * (1 - width), y: focal.y * (1 - height), width, height }
}

/** A part of a part, as a part of the whole. */
export const boxWithin = (outer: CropBox, inner: CropBox): CropBox => ({
  x: outer.x + inner.x * outer.width,
  y: outer.y + inner.y * outer.height,
  width: inner.width * outer.width,
  height: inner.height * outer.height,
})

/** A box moved by fractions of the picture, stopping at its edges. */
export const movedBox = (box: CropBox, by: Point): CropBox => ({
  ...box,
  x: inside(box.x + by.x, box.width),
  y: inside(box.y + by.y, box.height),
})

/**
 * A box made larger or smaller about its middle, as far as the edges allow.
 * @param by the fraction of the picture that its width gains; a held ratio gains height to match
 */
export function resizedBox(box: CropBox, by: Point, ratio: number | null, picture: Size): CropBox {
  const smallest = smallestSide(picture)
  let width = clamp(box.width + by.x, smallest.width, 1)
  let height = clamp(box.height + by.y, smallest.height, 1)
  if (ratio !== null) {
    const perWidth = picture.width / picture.height / ratio
    width = Math.min(width, 1 / perWidth)
    height = width * perWidth
  }
  const x = inside(box.x + (box.width - width) / 2, width)
  const y = inside(box.y + (box.height - height) / 2, height)
  return { x, y, width, height }
}

/** The box between two corners, in any order, at least a few pixels wide. */
export function boxBetween(a: Point, b: Point, picture: Size): CropBox {
  const smallest = smallestSide(picture)
  const width = Math.max(Math.abs(a.x - b.x), smallest.width)
  const height = Math.max(Math.abs(a.y - b.y), smallest.height)
  return { x: inside(Math.min(a.x, b.x), width), y: inside(Math.min(a.y, b.y), height), width, height }
}

/** A box in whole pixels of the picture: at least one, never over an edge. */
export function pixelsOf(box: CropBox, picture: Size): { left: number; top: number } & Size {
  const left = clamp(Math.round(box.x * picture.width), 0, picture.width - 1)
  const top = clamp(Math.round(box.y * picture.height), 0, picture.height - 1)
  return {
    left,
    top,
    width: clamp(Math.round(box.width * picture.width), 1, picture.width - left),
    height: clamp(Math.round(box.height * picture.height), 1, picture.height - top),
  }
}

/** Where a point of the picture lies in a box cut from it; the nearest edge for one outside. */
export const pointInBox = (point: Point, box: CropBox): Point => ({
  x: clamp((point.x - box.x) / box.width, 0, 1),
  y: clamp((point.y - box.y) / box.height, 0, 1),
})

/** A crop of fewer pixels a side is a slip of the hand. */
const fewest = 16
const smallestSide = ({ width, height }: Size): Size => ({
  width: Math.min(1, fewest / width),
  height: Math.min(1, fewest / height),
})
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const inside = (start: number, length: number): number => clamp(start, 0, 1 - length)
