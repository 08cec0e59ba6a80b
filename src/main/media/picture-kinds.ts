import { err, ok, type Result } from '../../shared/kernel/result'

/** A kind of picture the library keeps. */
export interface PictureKind {
  type: string
  /** The kept file's ending. */
  extension: string
}

const jpeg = { type: 'image/jpeg', extension: 'jpg' }
const png = { type: 'image/png', extension: 'png' }
const gif = { type: 'image/gif', extension: 'gif' }
const webp = { type: 'image/webp', extension: 'webp' }
const avif = { type: 'image/avif', extension: 'avif' }

export const pictureKinds: readonly PictureKind[] = [jpeg, png, gif, webp, avif]

/**
 * What a file's own first bytes say it is; its name is not asked. Other kinds are refused in words, so that no
 * reader of theirs (drawings can hold scripts, documents anything) ever sees the bytes.
 */
export function recognisePicture(bytes: Uint8Array): Result<PictureKind, string> {
  if (bytes.length === 0) return err('the file is empty')
  const starts = (...wanted: number[]): boolean => wanted.every((byte, index) => bytes[index] === byte)
  const text = latin(bytes, 0, 512)
  if (starts(0xff, 0xd8, 0xff)) return ok(jpeg)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return ok(png)
  if (/^GIF8[79]a/.test(text)) return ok(gif)
  if (/^RIFF....WEBP/s.test(text)) return ok(webp)
  if (text.slice(4, 8) === 'ftyp') return recogniseBoxed(bytes)
  if (text.startsWith('%PDF')) return err('it is a PDF; export the picture from it as JPEG or PNG')
  if (/^\s*(ï»¿)?\s*<(\?xml|!doctype svg|svg)/i.test(text))
    return err('it is an SVG drawing; export it as PNG')
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a))
    return err('it is a TIFF; save it as JPEG or PNG')
  for (const [signature, reason] of foreignKinds) if (signature.test(text)) return err(reason)
  return err('it is not a JPEG, PNG, WebP, GIF or AVIF picture')
}

/** What is often taken for a picture, by its first characters. */
const foreignKinds: readonly [RegExp, string][] = [
  [/^BM/, 'it is a BMP; save it as JPEG or PNG'],
  [/^8BPS/, 'it is a Photoshop file; export the picture from it as JPEG or PNG'],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, 'it is a JPEG XL; save it as JPEG or PNG'],
  [/^\0\0\0\x0cjP {2}/, 'it is a JPEG 2000; save it as JPEG or PNG'],
  [/^\0\0\x01\0/, 'it is an icon; save it as PNG'],
  [/^PK\x03\x04/, 'it is a document or an archive; take the picture out of it first'],
  [/^\xd0\xcf\x11\xe0/, 'it is an old Office document; take the picture out of it first'],
  [
    /^\s*(ï»¿)?\s*<(!doctype html|html|head|body|!--)/i,
    'it is a web page; on that page, save the picture itself',
  ],
]

/** ISO base media files (ISO/IEC 14496-12): the brands in the first box tell AVIF from HEIC and from films. */
function recogniseBoxed(bytes: Uint8Array): Result<PictureKind, string> {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands = latin(bytes, 8, Math.min(Math.max(length, 16), 256))
  if (/avi[fs]/.test(brands)) return ok(avif)
  if (/hei[cxms]|hev[cx]|mif1|msf1/.test(brands)) return err('it is a HEIC photo; save it as JPEG')
  return err('it is a film or sound file, not a picture')
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))
