import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxBetween,
  boxOfRatio,
  boxWithin,
  cropBoxSchema,
  movedBox,
  pixelsOf,
  pointInBox,
  resizedBox,
  shownBox,
  wholePicture,
  type CropBox,
} from './crop-box'

const landscape = { width: 1600, height: 900 }
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const point = fc.record({ x: fraction, y: fraction })
const step = fc.double({ min: -1, max: 1, noNaN: true })
const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
})
const ratio = fc.constantFrom(16 / 9, 4 / 3, 1)

function expectInside(box: CropBox): void {
  expect(cropBoxSchema.safeParse(box).success, JSON.stringify(box)).toBe(true)
}

describe('a crop', () => {
  it('is the largest of its shape, about the focal point', () => {
    const box = boxOfRatio(1, landscape, { x: 0.5, y: 0.2 })
    expect(pixelsOf(box, landscape)).toEqual({ left: 350, top: 0, width: 900, height: 900 })
    expect(pixelsOf(boxOfRatio(1, landscape, { x: 1, y: 0 }), landscape).left).toBe(700)
  })

  it('shows what CSS would show', () => {
    expect(shownBox(1, landscape, { x: 0, y: 0.5 }).x).toBe(0)
    expect(shownBox(1, landscape, { x: 1, y: 0.5 }).x).toBeCloseTo(1 - 900 / 1600)
  })

  it('stays on the picture, however it is moved and made larger', () => {
    fc.assert(
      fc.property(size, ratio, point, step, step, fc.boolean(), (picture, shape, focal, x, y, held) => {
        const box = boxOfRatio(shape, picture, focal)
        expectInside(box)
        expectInside(shownBox(shape, picture, focal))
        expectInside(movedBox(box, { x, y }))
        expectInside(resizedBox(box, { x, y }, held ? shape : null, picture))
      }),
    )
  })

  it('keeps its shape where it is held, down to pixels', () => {
    fc.assert(
      fc.property(ratio, point, step, (shape, focal, by) => {
        const box = resizedBox(boxOfRatio(shape, landscape, focal), { x: by, y: 0 }, shape, landscape)
        const { width, height } = pixelsOf(box, landscape)
        expect(Math.abs(width - height * shape)).toBeLessThan(2)
      }),
    )
  })

  it('lies between any two corners', () => {
    fc.assert(
      fc.property(point, point, size, (a, b, picture) => {
        const box = boxBetween(a, b, picture)
        expectInside(box)
        const { left, top, width, height } = pixelsOf(box, picture)
        expect(Math.min(width, height)).toBeGreaterThan(0)
        expect(left + width).toBeLessThanOrEqual(picture.width)
        expect(top + height).toBeLessThanOrEqual(picture.height)
      }),
    )
  })

  it('within a crop is a crop of the whole', () => {
    const half = { x: 0.5, y: 0, width: 0.5, height: 1 }
    expect(boxWithin(half, half)).toEqual({ x: 0.75, y: 0, width: 0.25, height: 1 })
    expect(boxWithin(half, wholePicture)).toEqual(half)
    expect(pointInBox({ x: 0.75, y: 0.5 }, half)).toEqual({ x: 0.5, y: 0.5 })
    expect(pointInBox({ x: 0.1, y: 0.5 }, half)).toEqual({ x: 0, y: 0.5 })
  })
})
