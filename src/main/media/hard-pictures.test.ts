import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PictureFormat } from '../../shared/render/picture-files'
import { openMediaStore } from './media-store'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-hard-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const store = () => openMediaStore(folder, { readOnly: false })
const plain = (width: number, height: number, background = '#cc3322') =>
  sharp({ create: { width, height, channels: 3, background } })

/** A picture whose upper left quarter is red, on white. */
const withRedCorner = (width: number, height: number) =>
  plain(width, height, '#ffffff').composite([
    {
      input: { create: { width: width / 2, height: height / 2, channels: 3, background: '#ff0000' } },
      left: 0,
      top: 0,
    },
  ])

async function keep(bytes: Uint8Array, name = 'picture') {
  const kept = await store().add(name, bytes)
  if (!kept.ok) throw new Error(JSON.stringify(kept.error))
  return kept.value
}

async function reasonAgainst(bytes: Uint8Array, name = 'picture.jpg'): Promise<string> {
  const refused = await store().add(name, bytes)
  if (refused.ok || refused.error.code !== 'picture-refused') throw new Error('was not refused')
  return refused.error.reason
}

/** The colour of a shown picture at a point, as red, green and blue. */
async function shownColour(hash: string, at: { x: number; y: number }, format: PictureFormat = 'webp') {
  const info = await store().find(hash)
  const file = await store().atWidth(hash, Math.min(480, info?.width ?? 0), format)
  const { data, info: size } = await sharp(file ?? undefined)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const place = (Math.floor(at.y * size.height) * size.width + Math.floor(at.x * size.width)) * 3
  return [...data.subarray(place, place + 3)]
}

function expectNear(colour: number[], wanted: number[], tolerance = 12): void {
  for (const [channel, value] of colour.entries())
    expect(Math.abs(value - (wanted[channel] ?? 0)), `${colour} is not near ${wanted}`).toBeLessThan(
      tolerance,
    )
}

describe('what is no picture for the page is refused in words', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  test.each([
    ['nothing', latin(''), /empty/],
    ['a web page named .jpg', latin('<!DOCTYPE html><html><body>404</body></html>'), /web page/],
    ['an SVG', latin('<?xml version="1.0"?>\n<svg onload="x()"/>'), /SVG.*PNG/],
    ['a PDF', latin('%PDF-1.7'), /PDF/],
    ['a BMP', latin('BM\x46\0\0\0'), /BMP/],
    ['a HEIC photo', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), /HEIC.*JPEG/],
    ['a film', latin('\0\0\0\x18ftypisom\0\0\0\0mp41'), /film/],
    ['a Photoshop file', latin('8BPS\0\x01'), /Photoshop/],
    ['a Word document', latin('PK\x03\x04word'), /document/],
    ['a JPEG XL', latin('\xff\x0a\x00'), /JPEG XL/],
    ['an icon', latin('\0\0\x01\0\x01\0'), /icon/],
    ['a text', latin('A ferry'), /not a JPEG/],
  ])('%s', async (_what, bytes, words) => expect(await reasonAgainst(bytes)).toMatch(words))

  test('a TIFF', async () => expect(await reasonAgainst(await plain(9, 9).tiff().toBuffer())).toMatch(/TIFF/))

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a %s cut short', async (format) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const bytes = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff', noise } })
      .toFormat(format)
      .toBuffer()
    expect(await reasonAgainst(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toMatch(
      /damaged|cut short/,
    )
  })

  test('more bytes than a page needs', async () => {
    const bytes = Buffer.concat([await plain(9, 9).png().toBuffer(), Buffer.alloc(61 * 1024 * 1024)])
    expect(await reasonAgainst(bytes)).toMatch(/64 MB/)
  })
})

describe('colours and turns come out right on the page', () => {
  test('CMYK is shown in screen colours, and said', async () => {
    const bytes = await plain(600, 400, '#ff0000').toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    const { hash, warnings } = await keep(bytes)
    expect(warnings.join()).toMatch(/CMYK.*check/)
    const [red = 0, green = 255, blue = 255] = await shownColour(hash, { x: 0.5, y: 0.5 })
    expect(red).toBeGreaterThan(200)
    expect(Math.max(green, blue)).toBeLessThan(90)
  })

  test('a wide profile is converted, not dropped', async () => {
    const green = plain(600, 400, '#00ff00')
    const bytes = await green
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer()
    // In the file the same green has other numbers; on the page it must be itself again.
    const numbers = await sharp(await sharp(bytes).keepIccProfile().png().toBuffer(), { ignoreIcc: true })
      .extract({ left: 9, top: 9, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect(numbers[0]).toBeGreaterThan(90)
    const { hash, warnings } = await keep(bytes)
    expect(warnings.join()).toMatch(/sRGB/)
    expectNear(await shownColour(hash, { x: 0.5, y: 0.5 }), [0, 255, 0])
    const file = await store().atWidth(hash, 480, 'jpg')
    expect((await sharp(file ?? undefined).metadata()).icc).toBeUndefined()
  })

  test('16 bits a colour become 8', async () => {
    const bytes = await plain(600, 400, '#336699').toColourspace('rgb16').png().toBuffer()
    expect((await sharp(bytes).metadata()).depth).toBe('ushort')
    const { hash, warnings } = await keep(bytes)
    expect(warnings).toEqual([])
    expectNear(await shownColour(hash, { x: 0.5, y: 0.5 }, 'jpg'), [0x33, 0x66, 0x99])
  })

  test.each([2, 3, 4, 5, 6, 7, 8])('EXIF turn %i is shown upright', async (orientation) => {
    const upright = await withRedCorner(600, 400).png().toBuffer()
    const bytes = await turnedFor(sharp(upright), orientation)
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer()
    const { hash, width, height } = await keep(bytes)
    expect([width, height]).toEqual([600, 400])
    expectNear(await shownColour(hash, { x: 0.2, y: 0.2 }), [255, 0, 0], 30)
    expectNear(await shownColour(hash, { x: 0.8, y: 0.8 }), [255, 255, 255], 30)
  })

  test('an animation is shown by its first frame, and said', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map((colour) => plain(500, 300, colour).png().toBuffer()),
    )
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { hash, warnings, height } = await keep(bytes)
    expect(height).toBe(300)
    expect(warnings.join()).toMatch(/animated.*first frame/)
    expectNear(await shownColour(hash, { x: 0.5, y: 0.5 }), [255, 0, 0])
  })
})

/** Lays pixels down as a camera held that way would: the turn in the note puts them right (EXIF 2.32, 4.6.4). */
function turnedFor(picture: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return picture.flop()
    case 3:
      return picture.rotate(180)
    case 4:
      return picture.flip()
    case 5:
      return picture.flop().rotate(-90)
    case 6:
      return picture.rotate(-90)
    case 7:
      return picture.flop().rotate(90)
    default:
      return picture.rotate(90)
  }
}

describe('a crop', () => {
  const upperLeft = { x: 0, y: 0, width: 0.5, height: 0.5 }

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('of a %s is that part of it', async (format) => {
    const { hash, type } = await keep(await withRedCorner(1200, 800).toFormat(format).toBuffer())
    const cut = await store().cut(hash, upperLeft)
    const crop = await keep(cut ?? new Uint8Array())
    expect([crop.width, crop.height]).toEqual([600, 400])
    expect(crop.type).toBe(format === 'gif' ? 'image/png' : type)
    expectNear(await shownColour(crop.hash, { x: 0.5, y: 0.5 }), [255, 0, 0])
    expect(await store().find(hash)).not.toBeNull()
  })

  test('of a turned picture is taken upright', async () => {
    const upright = await withRedCorner(1200, 800).png().toBuffer()
    const { hash } = await keep(
      await turnedFor(sharp(upright), 6).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    )
    const crop = await keep((await store().cut(hash, upperLeft)) ?? new Uint8Array())
    expect([crop.width, crop.height]).toEqual([600, 400])
    expectNear(await shownColour(crop.hash, { x: 0.5, y: 0.5 }), [255, 0, 0], 20)
  })

  test('keeps a wide profile, and of CMYK comes out for screens', async () => {
    const wide = await keep(await plain(900, 600, '#00ff00').withIccProfile('p3').jpeg().toBuffer())
    const cut = await store().cut(wide.hash, upperLeft)
    expect((await sharp(cut ?? undefined).metadata()).icc).toBeDefined()
    const crop = await keep(cut ?? new Uint8Array())
    expectNear(await shownColour(crop.hash, { x: 0.5, y: 0.5 }), [0, 255, 0])

    const print = await keep(await plain(900, 600, '#ff0000').toColourspace('cmyk').jpeg().toBuffer())
    const screens = await store().cut(print.hash, upperLeft)
    expect((await sharp(screens ?? undefined).metadata()).space).toBe('srgb')
  })

  test('of what is not kept is none', async () => {
    expect(await store().cut('0'.repeat(64), upperLeft)).toBeNull()
  })
})
