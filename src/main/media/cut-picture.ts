import type { Size } from '../../shared/media/crop-box'
import { openPicture } from './inspect-picture'
import { rightsIn, withRights } from './kept-rights'

/**
 * A part of a picture, turned upright, as a new file: of the same kind and in the same colours, at a quality that no
 * eye tells from the original. What an animation moves stands still, and what is made for print comes out for screens.
 * @param box in pixels of the upright picture
 * @throws when the bytes cannot be read as a picture
 */
export async function cutPicture(
  bytes: Uint8Array,
  box: { left: number; top: number } & Size,
  type: string,
): Promise<Uint8Array> {
  const picture = (await openPicture(bytes)).autoOrient().extract(box)
  const { space } = await picture.metadata()
  const screened = space === 'cmyk' ? picture.toColourspace('srgb') : picture.keepIccProfile()
  const coloured = withRights(screened, await rightsIn(bytes))
  switch (type) {
    case 'image/jpeg':
      return coloured.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
    case 'image/webp':
      return coloured.webp({ quality: 95 }).toBuffer()
    case 'image/avif':
      return coloured.avif({ quality: 85, effort: 2 }).toBuffer()
    default:
      return coloured.png().toBuffer()
  }
}
