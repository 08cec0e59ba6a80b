import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { writing } from './request'
import { fileSchema } from './shapes'

const failedArticleSchema = z.strictObject({ headline: z.string(), reason: z.string() })

const importedFileSchema = z.strictObject({
  articles: z.array(z.strictObject({ id: idSchema, headline: z.string(), warnings: z.array(z.string()) })),
  /** Articles of a file with several that could not be imported; the reason is a whole text. */
  failed: z.array(failedArticleSchema),
  /** What the file holds besides articles, a sentence each. */
  notes: z.array(z.string()),
})
/** What became of an imported file: most hold one article, an export of another system holds many. */
export type ImportedFile = z.infer<typeof importedFileSchema>

export const importRequests = {
  /** Which of the pictures that stand beside a file its articles show, by their paths. Nothing is stored. */
  'import.pictures': {
    input: fileSchema.extend({ beside: z.array(z.string().max(4000)).max(100_000) }),
    output: z.array(z.string()),
    errors: [...writing, 'not-allowed', 'import-failed'],
  },
  /** Makes articles of a file; where it holds several, one that fails doesn't keep back the others. */
  'article.import': {
    input: fileSchema.extend({
      category: z.string().nullable(),
      /** Pictures beside the file that are in the library already: hashes by their paths. */
      beside: z.record(z.string().max(4000), hashSchema),
    }),
    output: importedFileSchema,
    errors: [...writing, 'not-allowed', 'import-failed', 'picture-refused'],
  },
  /** Stops this person's running import after the article at hand. */
  'import.stop': {
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: writing,
  },
} as const
