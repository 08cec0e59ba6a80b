import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fileWords } from './file-words'

const plain = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#369' } })

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 photoshop:Credit="Gull &amp; Sons" photoshop:Headline="The pier" exif:GPSLatitude="51,30.0N">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Über den Pier läuft 船</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ann Ody</rdf:li><rdf:li>Bob Roy</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Gull</rdf:li></rdf:Alt></dc:rights>
<dc:subject><rdf:Bag><rdf:li>sea, north</rdf:li><rdf:li>pier</rdf:li><rdf:li>pier</rdf:li></rdf:Bag></dc:subject>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A pier at dawn</rdf:li></rdf:Alt></core:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`

/** A picture with XMP where its format has it. sharp packs a PNG's into a chunk where only itself looks for it. */
async function withXmp(format: 'jpeg' | 'webp' | 'avif' | 'png'): Promise<Buffer> {
  if (format !== 'png') return plain().withXmp(xmp).toFormat(format).toBuffer()
  const png = await plain().png().toBuffer()
  const chunk = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(chunk.length - 4)
  check.writeUInt32BE(crc32(chunk))
  const headEnds = 33
  return Buffer.concat([png.subarray(0, headEnds), length, chunk, check, png.subarray(headEnds)])
}

/** A JPEG with an IPTC-IIM block of datasets of record 2, in its APP13 segment. */
async function withIptc(datasets: readonly [number, string | Buffer][], utf8 = true): Promise<Buffer> {
  const parts = datasets.flatMap(([dataset, text]) => {
    const bytes = Buffer.from(text)
    return [Buffer.from([0x1c, 2, dataset, bytes.length >> 8, bytes.length & 255]), bytes]
  })
  const data = Buffer.concat([
    ...(utf8 ? [Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])] : []),
    ...parts,
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1')
  const block = Buffer.concat([head, length, data, Buffer.alloc(data.length % 2)])
  const marker = Buffer.alloc(4)
  marker.writeUInt16BE(0xffed, 0)
  marker.writeUInt16BE(block.length + 2, 2)
  const jpeg = await plain().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), marker, block, jpeg.subarray(2)])
}

describe('what a file says of its picture', () => {
  test.each(['jpeg', 'webp', 'avif', 'png'] as const)('is read from the XMP of a %s', async (format) => {
    expect(await fileWords(await withXmp(format))).toEqual({
      headline: 'The pier',
      caption: 'Über den Pier läuft 船',
      credit: 'Gull & Sons',
      creator: 'Ann Ody, Bob Roy',
      copyright: '© Gull',
      keywords: ['sea, north', 'pier'],
      alt: 'A pier at dawn',
    })
  })

  test('is read from IPTC', async () => {
    const bytes = await withIptc([
      [105, 'The pier'],
      [120, 'Über den Pier'],
      [110, 'Gull & Sons'],
      [80, 'Ann Ody'],
      [80, 'Bob Roy'],
      [116, '© Gull'],
      [25, 'sea'],
      [25, 'pier'],
    ])
    expect(await fileWords(bytes)).toEqual({
      headline: 'The pier',
      caption: 'Über den Pier',
      credit: 'Gull & Sons',
      creator: 'Ann Ody, Bob Roy',
      copyright: '© Gull',
      keywords: ['sea', 'pier'],
    })
  })

  test('is read from IPTC in Latin letters, as old programs write it', async () => {
    const bytes = await withIptc([[120, Buffer.from('Über den Pier', 'latin1')]], false)
    expect(await fileWords(bytes)).toEqual({ caption: 'Über den Pier' })
  })

  test('is read from EXIF, without what cameras write by themselves', async () => {
    const bytes = await plain()
      .withExif({
        IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA', Artist: 'Ann Ody', Copyright: '(c) Ann' },
      })
      .jpeg()
      .toBuffer()
    expect(await fileWords(bytes)).toEqual({ creator: 'Ann Ody', copyright: '(c) Ann' })
  })

  test('never tells where it was made', async () => {
    const bytes = await plain()
      .withExif({ IFD0: { Artist: 'Ann' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp(xmp)
      .jpeg()
      .toBuffer()
    expect(JSON.stringify(await fileWords(bytes))).not.toMatch(/51|gps|latitude/i)
  })

  test('is nothing where there is nothing', async () => {
    expect(await fileWords(await plain().jpeg().toBuffer())).toEqual({})
    expect(await fileWords(await plain().gif().toBuffer())).toEqual({})
    expect(await fileWords(new Uint8Array())).toEqual({})
  })

  test('is cut to what the library keeps', async () => {
    const words = await fileWords(
      await withIptc([
        [110, 'x'.repeat(3000)],
        [25, 'y'.repeat(300)],
      ]),
    )
    expect([words.credit?.length, words.keywords?.[0]?.length]).toEqual([2000, 200])
  })

  test('never keeps a picture out, however garbled it is', async () => {
    const whole = await withIptc([[120, 'A pier']])
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.integer({ min: 0, max: 255 }), async (place, value) => {
        const bytes = Buffer.from(whole)
        bytes[place] = value
        expect(await fileWords(bytes)).toBeTypeOf('object')
      }),
      { numRuns: 150 },
    )
  })

  test('is not taken from outside: no entity is followed', async () => {
    const hostile = xmp.replace(
      '<x:xmpmeta',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x:xmpmeta',
    )
    const bytes = await plain().withXmp(hostile.replace('Über den Pier läuft 船', '&a;')).jpeg().toBuffer()
    expect(JSON.stringify(await fileWords(bytes))).not.toContain('root:')
  })
})
