import { z } from 'zod'
import { momentSchema } from '../kernel/ids'
import { languageSchema } from '../article/content'
import { severitySchema } from './finding'

/** One rule of the house style. Either `words` or `pattern` says what it looks for. */
export const styleRuleSchema = z
  .strictObject({
    /** Names the rule for good: what was ignored is remembered by it. */
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens')
      .max(80),
    /** Plain words, each found as a whole: `very unique`. */
    words: z.array(z.string().trim().min(1).max(200)).min(1).max(500).optional(),
    /** A regular expression as JavaScript has it, with the `u` flag. */
    pattern: z.string().min(1).max(2000).optional(),
    message: z.string().trim().min(1, 'says nothing').max(500),
    /** What should stand there instead; `$1` is the pattern's first group. Left out where a person has to decide. */
    replacement: z.string().max(500).optional(),
    severity: severitySchema,
    /** `exact` tells capitals from small letters; otherwise they are alike. */
    case: z.literal('exact').optional(),
    /** Categories by id; everywhere when left out. */
    categories: z.array(z.string().min(1).max(100)).min(1).max(60).optional(),
    /** Languages it is for: `en` is meant for en-GB too. All when left out. */
    languages: z.array(languageSchema).min(1).max(60).optional(),
    /** Kept, and not looked for. */
    off: z.literal(true).optional(),
  })
  .refine(
    ({ words, pattern }) => (words === undefined) !== (pattern === undefined),
    'needs either words or a pattern',
  )
export type StyleRule = z.infer<typeof styleRuleSchema>

export const styleRulesSchema = z
  .array(styleRuleSchema)
  .max(1000)
  .refine((rules) => repeatedIds(rules).length === 0, 'has two rules of one id')

/** A file of the house style: `style/<file>.yaml` in the library. */
export const styleFileSchema = z.strictObject({
  /** Counts its saves; 0 is what Galley brings along. */
  version: z.number().int().min(0),
  /** When and by whom this version was saved, where that is known. */
  saved: momentSchema.optional(),
  by: z.string().max(10_000).optional(),
  rules: styleRulesSchema,
})
export type StyleFile = z.infer<typeof styleFileSchema>

/** A style file's name without its ending. */
export const styleFileNameSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens')
  .max(80)

/** Ids that several rules of a list carry, once each. */
function repeatedIds(rules: readonly Pick<StyleRule, 'id'>[]): string[] {
  const ids = rules.map(({ id }) => id)
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
}
