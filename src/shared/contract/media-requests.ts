import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { cropBoxSchema } from '../media/crop-box'
import { pictureDescriptionSchema, pictureDetailsSchema } from '../media/picture-details'
import { reading, writing, type Request } from './request'
import { changedInSchema, fileSchema, mediaInfoSchema } from './shapes'

/** A picture as it comes out of being added. */
const addedPictureSchema = mediaInfoSchema.extend({
  /** Whether the library held these very bytes before: nothing was stored, and its details stayed. */
  already: z.boolean(),
  details: pictureDetailsSchema,
})
export type AddedPicture = z.infer<typeof addedPictureSchema>

const pictureUseSchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  /** Whose unsaved text uses it, by name; '' where what is kept does. */
  unsavedBy: z.string(),
})
export type PictureUse = z.infer<typeof pictureUseSchema>

const storedPictureSchema = mediaInfoSchema.extend({
  details: pictureDetailsSchema,
  /** The name of who added it, or '' where that is not known. */
  addedBy: z.string(),
  usedIn: z.array(pictureUseSchema),
})
export type StoredPicture = z.infer<typeof storedPictureSchema>

const replacementReportSchema = z.strictObject({
  articles: z.array(changedInSchema),
  /** Where else the picture stands, in words: portraits and the site's logo are changed in their own places. */
  elsewhere: z.array(z.string()),
})
export type ReplacementReport = z.infer<typeof replacementReportSchema>

const described = [...writing, 'not-allowed', 'not-found'] as const

export const mediaRequests = {
  /** Keeps a picture, with what its file says of it. */
  'media.add': {
    input: fileSchema,
    output: addedPictureSchema,
    errors: [...writing, 'not-allowed', 'picture-refused'],
  },
  /** Every picture of the library, what is known of it and the articles that use it, newest first. */
  'media.list': { input: z.strictObject({}), output: z.array(storedPictureSchema), errors: reading },
  /** Changes parts of a picture's description; the others stay. */
  'media.describe': {
    input: z.strictObject({ hash: hashSchema, changes: pictureDescriptionSchema.partial() }),
    output: pictureDetailsSchema,
    errors: described,
  },
  /** Keeps a part of a picture as a picture of its own. The original stays. */
  'media.crop': {
    input: z.strictObject({ hash: hashSchema, box: cropBoxSchema }),
    output: addedPictureSchema,
    errors: [...described, 'picture-refused'],
  },
  /** Shows another picture in every article that this person may edit now. */
  'media.replace': {
    input: z.strictObject({
      from: hashSchema,
      to: hashSchema,
      /** Whether the articles keep their alt text, caption and credit, or take those of the other picture. */
      words: z.enum(['keep', 'take']),
    }),
    output: replacementReportSchema,
    errors: described,
  },
  /** Takes a replacement back in the articles it was made in. */
  'media.put-back': {
    input: z.strictObject({
      from: hashSchema,
      to: hashSchema,
      /** The revisions that the replacement kept. */
      articles: z.array(z.strictObject({ id: idSchema, revision: z.number().int().min(2) })),
    }),
    output: replacementReportSchema,
    errors: described,
  },
} as const satisfies Record<string, Request>
