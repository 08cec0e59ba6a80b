import { z } from 'zod'
import { languageSchema } from '../article/content'
import { houseWordSchema } from '../checking/house-dictionary'
import { styleFileNameSchema, styleFileSchema, styleRulesSchema } from '../checking/style-rules'
import { reading, writing, type Request } from './request'

const nothing = z.strictObject({})
const houseWords = z.array(houseWordSchema).max(100_000)

/** A style file with its name, without the ending. */
const namedStyleSchema = styleFileSchema.extend({ file: styleFileNameSchema })
export type NamedStyle = z.infer<typeof namedStyleSchema>

/** The house style and the dictionaries: what the window checks texts with. */
export const languageRequests = {
  /** Every file of the house style; those that cannot be used, with what is wrong with them in words. */
  'style.list': {
    input: nothing,
    output: z.strictObject({
      files: z.array(namedStyleSchema),
      damaged: z.array(z.strictObject({ file: z.string(), reasons: z.array(z.string()) })),
    }),
    errors: reading,
  },
  /** Saves a file's rules as its next version. `basedOn`: the version that was changed; 0 for a new file. */
  'style.save': {
    input: z.strictObject({
      file: styleFileNameSchema,
      basedOn: z.number().int().min(0),
      rules: styleRulesSchema,
    }),
    output: namedStyleSchema,
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },
  /** A file's earlier versions, newest first. */
  'style.versions': {
    input: z.strictObject({ file: styleFileNameSchema }),
    output: z.array(styleFileSchema),
    errors: reading,
  },

  /** Which languages the library has dictionaries of its own for, and the house dictionary. */
  'dictionary.list': {
    input: nothing,
    output: z.strictObject({ languages: z.array(languageSchema), words: houseWords }),
    errors: reading,
  },
  /** A dictionary of the library, as Hunspell has it; null where there is none for exactly that language. */
  'dictionary.read': {
    input: z.strictObject({ language: languageSchema }),
    output: z.strictObject({ aff: z.string(), dic: z.string() }).nullable(),
    errors: reading,
  },
  /** Adds words to the house dictionary and takes others out; gives all its words. */
  'dictionary.change': {
    input: z.strictObject({ add: houseWords, remove: houseWords }),
    output: houseWords,
    errors: [...writing, 'not-allowed'],
  },
} as const satisfies Record<string, Request>
