import { z } from 'zod'
import { fieldPlaces } from '../checking/places'

const position = z.number().int().min(0)

/** Where in an article something stands: `Place` of the checks, as it is stored. */
export const placeSchema = z.discriminatedUnion('in', [
  z.strictObject({
    in: z.literal('field'),
    field: z.enum(fieldPlaces),
    from: position.optional(),
    to: position.optional(),
  }),
  z.strictObject({
    in: z.literal('body'),
    attribute: z.enum(['alt', 'caption', 'credit', 'attribution', 'title']).nullable(),
    from: position,
    to: position,
  }),
])

/**
 * What a remark hangs on: a passage, a field or a picture of the article as it is kept now. Each keep moves it along
 * with its words.
 */
export const anchorSchema = z.strictObject({
  /** Null is the article as a whole. Where the passage is gone: where it stood last. */
  place: placeSchema.nullable(),
  /** The words it was put on, as they are now; '' for a picture, a whole field or a point between two letters. */
  quote: z.string().max(20_000),
  /** Some letters around it, by which it is found again. */
  before: z.string().max(100),
  after: z.string().max(100),
  /** Whether its words are no longer in the article. */
  gone: z.boolean(),
})
export type Anchor = z.infer<typeof anchorSchema>

/** The anchor of a remark on the article as a whole. */
export const wholeArticle: Anchor = { place: null, quote: '', before: '', after: '', gone: false }
