import { z } from 'zod'
import { focalPointSchema, type Thumbnail } from '../article/content'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'

const line = z.string().max(2000)
const prose = z.string().max(20_000)

/** What people say of a picture, wherever it is used. An article starts with these words and may change them. */
export const pictureDescriptionSchema = z.strictObject({
  alt: prose,
  caption: prose,
  headline: line,
  credit: line,
  /** Who made it, where that is not who is credited. */
  creator: line,
  copyright: line,
  licence: z.string().max(500),
  /** The day the licence ends (YYYY-MM-DD), or null. */
  expires: z.iso.date().nullable(),
  keywords: z.array(z.string().min(1).max(200)).max(200),
  focal: focalPointSchema,
})
export type PictureDescription = z.infer<typeof pictureDescriptionSchema>
export type DescriptionField = keyof PictureDescription

/** The parts of a description that a picture's own file can hold (IPTC, XMP, EXIF). */
export const fileFields = [
  'headline',
  'caption',
  'credit',
  'creator',
  'copyright',
  'keywords',
  'alt',
] as const
export type FileField = (typeof fileFields)[number]
/** What a file says of its picture; a part it does not name is left out. */
export type FileWords = Partial<Pick<PictureDescription, FileField>>

/** What a library keeps about a picture besides its bytes. */
export const pictureDetailsSchema = z.strictObject({
  /** The file's name as it was added, or '' where it was not noted. */
  name: z.string().max(1000),
  addedBy: idSchema.nullable(),
  addedAt: momentSchema.nullable(),
  /** The picture that this one was cut from. */
  madeFrom: hashSchema.nullable(),
  /** The parts of the description that stand as the file had them. */
  fromFile: z.array(z.enum(fileFields)),
  description: pictureDescriptionSchema,
})
export type PictureDetails = z.infer<typeof pictureDetailsSchema>

const middle = { x: 0.5, y: 0.5 }

/** A description in which nobody has said anything. */
export const emptyDescription = (): PictureDescription => ({
  alt: '',
  caption: '',
  headline: '',
  credit: '',
  creator: '',
  copyright: '',
  licence: '',
  expires: null,
  keywords: [],
  focal: middle,
})

/** What is known of a picture that nothing was noted with, such as those of earlier versions. */
export const noDetails = (): PictureDetails => ({
  name: '',
  addedBy: null,
  addedAt: null,
  madeFrom: null,
  fromFile: [],
  description: emptyDescription(),
})

/** The details after a change of the description; what was changed is no longer the file's. */
export function described(details: PictureDetails, changes: Partial<PictureDescription>): PictureDetails {
  return {
    ...details,
    fromFile: details.fromFile.filter((field) => changes[field] === undefined),
    description: { ...details.description, ...changes },
  }
}

/** Each part's name as people know it. */
export const descriptionNames: Record<DescriptionField, string> = {
  alt: 'Alt text',
  caption: 'Caption',
  headline: 'Headline',
  credit: 'Credit',
  creator: 'Creator',
  copyright: 'Copyright',
  licence: 'Licence',
  expires: 'Licence end',
  keywords: 'Keywords',
  focal: 'Focal point',
}

/** What an article prints with a picture by default: the credit, else who made it, else who owns it. */
export function wordsInArticle({
  alt,
  caption,
  credit,
  creator,
  copyright,
}: PictureDescription): Pick<Thumbnail, 'alt' | 'caption' | 'credit'> {
  return { alt, caption, credit: credit || creator || copyright }
}
