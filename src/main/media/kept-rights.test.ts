import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import reader from 'exifreader'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cropsOf } from '../../shared/render/picture-crops'
import { pictureFormats, pictureWidths } from '../../shared/render/picture-files'
import { fileWords } from './file-words'
import { openMediaStore } from './media-store'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-rights-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 photoshop:Credit="Gull &amp; &lt;Sons&gt;" photoshop:City="Saltmere" exif:GPSLatitude="51,30.0N" aux:SerialNumber="4711">
<dc:creator><rdf:Seq><rdf:li>Ann Ody</rdf:li><rdf:li>Bob Roy</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Gull 船</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">At her home</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>`

/** A photograph that says whose it is, and where, when and with what it was taken. */
const photograph = () =>
  sharp({ create: { width: 1000, height: 700, channels: 3, background: '#369' } })
    .withExif({
      IFD0: { Make: 'Camera Works', Model: 'C-1', Software: 'Retouch 9' },
      IFD2: { BodySerialNumber: '4711', DateTimeOriginal: '2026:01:02 03:04:05' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer()

const kept = { creator: 'Ann Ody, Bob Roy', credit: 'Gull & <Sons>', copyright: '© Gull 船' }
const personal = /Camera Works|C-1\b|Retouch|4711|GPS|Saltmere|At her home|2026:01:02/

async function expectOnlyRights(bytes: Uint8Array): Promise<void> {
  expect(await fileWords(bytes)).toEqual(kept)
  const tags = await reader.load(Buffer.from(bytes), { expanded: true, async: true })
  expect([tags.gps, tags.iptc, tags.Thumbnail]).toEqual([undefined, undefined, undefined])
  expect(JSON.stringify(tags)).not.toMatch(personal)
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(personal)
}

describe('what an exported picture says of itself', () => {
  test('is whose it is, in every width, format and crop, and nothing of where and how it was taken', async () => {
    const original = await photograph()
    expect(original.toString('latin1')).toMatch(personal)
    const media = openMediaStore(folder, { readOnly: false })
    const added = await media.add('photo.jpg', original)
    if (!added.ok) throw new Error(added.error.code)
    const { hash, width } = added.value
    expect(pictureWidths(width)).toEqual([480, 960, 1000])
    for (const format of pictureFormats)
      for (const one of pictureWidths(width)) {
        const bytes = await media.atWidth(hash, one, format)
        expect(bytes && (await sharp(bytes).metadata()).width).toBe(one)
        await expectOnlyRights(bytes ?? new Uint8Array())
      }
    for (const crop of cropsOf(hash, { x: 0.2, y: 0.8 })) {
      const bytes = (await media.crop(crop)) ?? new Uint8Array()
      const { width: cut = 0, height = 0 } = await sharp(bytes).metadata()
      expect(cut <= 1000 && height <= 700).toBe(true)
      await expectOnlyRights(bytes)
    }
    expect(await media.atWidth(hash, 1600, 'jpg')).toBeNull()
    await expectOnlyRights(
      (await media.cut(hash, { x: 0, y: 0, width: 0.5, height: 0.5 })) ?? new Uint8Array(),
    )
  })

  test('is nothing where the file did not say, or said it in a way that nobody can follow', async () => {
    const blank = sharp({ create: { width: 500, height: 300, channels: 3, background: '#369' } })
    for (const original of [
      await blank.clone().jpeg().toBuffer(),
      await blank.clone().withXmp('<x:xmpmeta').jpeg().toBuffer(),
    ]) {
      const media = openMediaStore(folder, { readOnly: false })
      const added = await media.add('photo.jpg', original)
      const bytes = added.ok ? await media.atWidth(added.value.hash, 480, 'webp') : null
      expect((await sharp(bytes ?? '').metadata()).xmp).toBeUndefined()
    }
  })

  test('is made once: the next desk finds it by the hash of its bytes', async () => {
    const original = await photograph()
    const added = await openMediaStore(folder, { readOnly: false }).add('photo.jpg', original)
    if (!added.ok) throw new Error(added.error.code)
    const first = await openMediaStore(folder, { readOnly: false }).atWidth(added.value.hash, 480, 'jpg')
    const cached = (await readdir(join(folder, 'widths'))).find((name) => name.endsWith('-480.jpg'))
    expect(cached).toBe(`${added.value.hash}-480.jpg`)
    expect(await readFile(join(folder, 'widths', cached ?? ''))).toEqual(first)
    await rm(join(folder, `${added.value.hash}.jpg`), { force: true })
    expect(await openMediaStore(folder, { readOnly: true }).atWidth(added.value.hash, 480, 'jpg')).toBeNull()
  })
})
