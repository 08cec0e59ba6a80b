import fc from 'fast-check'
import { expect, it } from 'vitest'
import { avatarCrop, cropAt, cropPath, cropPixels, cropShapes, cropsOf } from './picture-crops'

const hash = 'a'.repeat(64)
const point = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
})
const side = fc.integer({ min: 16, max: 8000 })

it('is meant by its path, and lies within the picture in its shape', () => {
  fc.assert(
    fc.property(point, side, side, (focal, width, height) => {
      for (const crop of [...cropsOf(hash, focal), avatarCrop(hash)]) {
        expect(cropAt(cropPath(crop))).toEqual(crop)
        const { box, ...size } = cropPixels(crop, { width, height })
        expect(box.left + box.width).toBeLessThanOrEqual(width)
        expect(box.top + box.height).toBeLessThanOrEqual(height)
        expect(size.width).toBeLessThanOrEqual(Math.min(crop.shape === 'avatar' ? 128 : 1200, width))
        const shape = size.width / size.height
        expect(Math.abs(shape - cropShapes[crop.shape])).toBeLessThan(0.6 * (shape / size.height + 0.05))
      }
    }),
  )
})

it('is not meant by other paths', () => {
  expect(cropAt(`media/${hash}-480.jpg`)).toBeNull()
  expect(cropAt(`media/${hash}-16x9-101-0.jpg`)).toBeNull()
})
