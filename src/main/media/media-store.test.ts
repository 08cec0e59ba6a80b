import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMediaStore } from './media-store'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-media-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
const open = () => openMediaStore(folder, { readOnly: false })
const filesBelow = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

async function added(bytes: Uint8Array) {
  const result = await open().add('picture', bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { already: _, ...info } = result.value
  return info
}

async function reasonAgainst(bytes: Uint8Array): Promise<string> {
  const result = await open().add('picture', bytes)
  if (result.ok || result.error.code !== 'picture-refused') throw new Error('was not refused')
  expect(await filesBelow()).toEqual([])
  return result.error.reason
}

describe('keeping a picture', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('takes %s', async (format) => {
    const bytes = await plain(900, 300).toFormat(format).toBuffer()
    const info = await added(bytes)
    expect(info).toMatchObject({ width: 900, height: 300, type: `image/${format}`, bytes: bytes.length })
    expect((await open().original(info.hash))?.bytes).toEqual(bytes)
  })

  test('twice is one file, for this account only', async () => {
    const bytes = await plain(500, 500).png().toBuffer()
    const first = await added(bytes)
    expect(await open().add('again', bytes)).toEqual({ ok: true, value: { ...first, already: true } })
    expect((await filesBelow()).filter((name) => name.endsWith('.png'))).toEqual([`${first.hash}.png`])
    if (process.platform !== 'win32')
      expect((await stat(join(folder, `${first.hash}.png`))).mode & 0o777).toBe(0o600)
  })

  test('succeeds where only what is known of it cannot be noted', async () => {
    await writeFile(join(folder, 'info'), 'in the way')
    const bytes = await plain(500, 500).png().toBuffer()
    const info = await added(bytes)
    expect((await open().original(info.hash))?.bytes).toEqual(bytes)
    expect(await open().find(info.hash)).toEqual(info)
  })

  test('measures it upright', async () => {
    const turned = await plain(600, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await added(turned)).toMatchObject({ width: 200, height: 600 })
  })

  test('refuses what is no picture, in words', async () => {
    const jpeg = await plain(900, 900).jpeg().toBuffer()
    expect(await reasonAgainst(new Uint8Array())).toMatch(/empty/)
    expect(
      await reasonAgainst(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    ).toMatch(/SVG/)
    expect(await reasonAgainst(Buffer.from('\ufeff<?xml version="1.0"?><svg/>'))).toMatch(/SVG/)
    expect(await reasonAgainst(Buffer.from('%PDF-1.7'))).toMatch(/PDF/)
    expect(await reasonAgainst(Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'))).toMatch(/HEIC/)
    expect(await reasonAgainst(jpeg.subarray(0, jpeg.length / 2))).toMatch(/damaged/)
    expect(await reasonAgainst(Buffer.from('just some text'))).toMatch(/not a JPEG/)
  })

  test('refuses a small file that unpacks into too many pixels', async () => {
    const bomb = await plain(10, 10).png().toBuffer()
    bomb.writeUInt32BE(50_000, 16)
    bomb.writeUInt32BE(50_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect(await reasonAgainst(bomb)).toMatch(/100 million/)
  })

  test('is refused where the library can only be read', async () => {
    const store = openMediaStore(folder, { readOnly: true })
    const refused = await store.add('picture', await plain(10, 10).png().toBuffer())
    expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } })
  })
})

describe('kept widths', () => {
  test('are never wider than the original and carry no metadata', async () => {
    const bytes = await plain(700, 350)
      .withExif({ IFD0: { Artist: 'Somebody Private' } })
      .jpeg()
      .toBuffer()
    const { hash } = await added(bytes)
    for (const width of [480, 700]) {
      for (const format of ['avif', 'webp', 'jpg'] as const) {
        const file = await open().atWidth(hash, width, format)
        const metadata = await sharp(file ?? undefined).metadata()
        expect([metadata.width, metadata.height]).toEqual([width, width / 2])
        expect(metadata.exif).toBeUndefined()
      }
    }
    expect(await open().atWidth(hash, 960, 'jpg')).toBeNull()
  })

  test('are made again when the cache is gone, with the same bytes', async () => {
    const { hash } = await added(await plain(500, 400).png().toBuffer())
    const before = await open().atWidth(hash, 480, 'webp')
    await rm(join(folder, 'widths'), { recursive: true })
    await rm(join(folder, 'info'), { recursive: true })
    expect(await open().atWidth(hash, 480, 'webp')).toEqual(before)
  })

  test('are made only in the format that is asked for', async () => {
    const { hash } = await added(await plain(600, 300).png().toBuffer())
    await open().atWidth(hash, 480, 'webp')
    const made = await readdir(join(folder, 'widths'))
    expect(made.length).toBeGreaterThan(0)
    expect(made.every((name) => name.endsWith('.webp'))).toBe(true)
  })

  test('work without writing where the library can only be read', async () => {
    const { hash } = await added(await plain(500, 400).png().toBuffer())
    const before = await filesBelow()
    const store = openMediaStore(folder, { readOnly: true })
    expect(await store.atWidth(hash, 500, 'jpg')).not.toBeNull()
    expect(await filesBelow()).toEqual(before)
  })

  test('put what is transparent on white in JPEG', async () => {
    const clear = sharp({
      create: { width: 500, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
    const { hash } = await added(await clear.png().toBuffer())
    const file = await open().atWidth(hash, 500, 'jpg')
    const { dominant } = await sharp(file ?? undefined).stats()
    expect(dominant.r).toBeGreaterThan(240)
  })
})

test('a picture is known by its bytes even when the notes on it are gone or foreign', async () => {
  const info = await added(await plain(640, 480).png().toBuffer())
  await rm(join(folder, 'info'), { recursive: true })
  expect(await open().find(info.hash)).toEqual(info)
  expect(await open().list()).toEqual([info])
  await rm(join(folder, `${info.hash}.png`))
  expect(await open().find(info.hash)).toBeNull()
  expect(await open().find('../library')).toBeNull()
  expect(await readFile(join(folder, 'info', `${info.hash}.json`), 'utf8')).toContain(info.hash)
})

describe('a crop', () => {
  test('is cut about the focal point in its shape, without metadata, and kept', async () => {
    const left = await plain(400, 400).png().toBuffer()
    const bytes = await sharp({ create: { width: 1600, height: 400, channels: 3, background: '#ffffff' } })
      .composite([{ input: left, left: 0, top: 0 }])
      .withExif({ IFD0: { Artist: 'Somebody Private' } })
      .jpeg()
      .toBuffer()
    const { hash } = await added(bytes)
    const crop = { hash, shape: '1x1', x: 0, y: 50 } as const
    const made = await open().crop(crop)
    const { data, info } = await sharp(made ?? undefined)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([400, 400])
    expect([...data.subarray(0, 3)].map((one) => Math.round(one / 16))).toEqual([3, 6, 10])
    expect((await sharp(made ?? undefined).metadata()).exif).toBeUndefined()
    expect(await open().crop(crop)).toEqual(made)
    expect(await open().crop({ ...crop, hash: '0'.repeat(64) })).toBeNull()
  })
})

describe('an icon', () => {
  test('is the whole picture within a square, clear where it does not reach, and kept', async () => {
    const { hash } = await added(await plain(400, 200).png().toBuffer())
    const made = await open().icon({ hash, size: 32 })
    const { data, info } = await sharp(made ?? undefined)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, info.channels]).toEqual([32, 32, 4])
    const alphaAt = (x: number, y: number): number | undefined => data[(y * 32 + x) * 4 + 3]
    expect([alphaAt(16, 0), alphaAt(16, 16), alphaAt(16, 31)]).toEqual([0, 255, 0])
    expect(await open().icon({ hash, size: 32 })).toEqual(made)
    expect(await open().icon({ hash: '0'.repeat(64), size: 32 })).toBeNull()
  })
})
