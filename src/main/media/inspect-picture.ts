import type { Metadata, Sharp } from 'sharp'
import type { MediaInfo } from '../../shared/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { refusalOfSize } from '../../shared/media/file-limits'
import { heightAt } from '../../shared/render/picture-files'
import { recognisePicture, type PictureKind } from './picture-kinds'

/** A small file can unpack into gigabytes; no newspaper's page needs more pixels than this. */
const mostPixels = 100_000_000
/** WebP's limit of 16,383 pixels a side, at the widest kept width. */
const tallest = 16_000
const widest = 1600

export interface InspectedPicture extends Omit<MediaInfo, 'hash'> {
  kind: PictureKind
}

/** The picture library is heavy and slow to load, so only who needs it waits for it. */
export async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
}

/** What a picture's head says. Read without a limit, so that a refusal can say what was too much. */
async function readHead(bytes: Uint8Array): Promise<Metadata | null> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
}

/**
 * Reads a picture to its last row and tells its size after turning it upright. Refused, in words that follow
 * “cannot be used as a picture:”, when it is of another kind, broken, cut short or far too large.
 */
export async function inspectPicture(bytes: Uint8Array): Promise<Result<InspectedPicture, string>> {
  const tooLarge = refusalOfSize(bytes.length)
  if (tooLarge !== null) return err(tooLarge)
  const kind = recognisePicture(bytes)
  if (!kind.ok) return kind
  const broken = err('it is damaged or cut short')
  const found = await readHead(bytes)
  if (!found) return broken
  const { width, height } = found.autoOrient
  if (width * height > mostPixels) return err('it has more than 100 million pixels')
  if (heightAt({ width, height }, Math.min(width, widest)) > tallest)
    return err('it is far too tall for its width')
  const readable = await (
    await openPicture(bytes)
  )
    .resize(32, 32, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    )
  if (!readable) return broken
  return ok({
    kind: kind.value,
    type: kind.value.type,
    width,
    height,
    bytes: bytes.length,
    warnings: warningsFor(found, width),
  })
}

function warningsFor({ pages, space, icc }: Metadata, width: number): string[] {
  const warnings: string[] = []
  if ((pages ?? 1) > 1) warnings.push('It is animated; the page shows its first frame.')
  if (space === 'cmyk')
    warnings.push(
      'It is in CMYK, made for print. The page shows it in screen colours: check that they are right.',
    )
  else if (icc && isWiderThanScreens(icc))
    warnings.push('It has more colours than most screens (a wide profile). The page shows it in sRGB.')
  if (width < 480) warnings.push(`It is only ${width} pixels wide and will look coarse.`)
  return warnings
}

/**
 * Whether an ICC profile (ICC.1:2022) is of a larger colour space than sRGB, by the name that programs give it. The
 * name stands as ASCII or UTF-16 in the profile, so NULs are passed over.
 */
function isWiderThanScreens(icc: Uint8Array): boolean {
  const text = Buffer.from(icc).toString('latin1').replaceAll('\0', '')
  return /Display P3|DCI[- ]P3|sP3C|Adobe RGB|ProPhoto|ROMM RGB|Rec\.? ?2020|BT\.? ?2020|eciRGB|Wide Gamut/i.test(
    text,
  )
}
