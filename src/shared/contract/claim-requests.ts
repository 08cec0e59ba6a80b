import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { anchorSchema } from '../review/anchor'
import { sourceSchema } from '../review/remarks'
import { reading, writing, type Request } from './request'
import { articleViewSchema, fileSchema } from './shapes'

const note = z.string().max(20_000)
const ofClaim = z.strictObject({ id: idSchema, claim: idSchema })
const remarking = [...writing, 'not-found', 'not-allowed', 'remark-refused'] as const

/** The claim ledger: what an article states, where it comes from, and who compared the two. */
export const claimRequests = {
  /** The anchor is looked up in what is kept, and found again by its words where those moved. */
  'claim.add': {
    input: z.strictObject({ id: idSchema, anchor: anchorSchema, source: sourceSchema, note }),
    output: articleViewSchema,
    errors: [...remarking, 'invalid-input'],
  },
  /** Another source has to be compared anew. */
  'claim.change': {
    input: ofClaim.extend({ source: sourceSchema, note }),
    output: articleViewSchema,
    errors: [...remarking, 'invalid-input'],
  },
  'claim.check': {
    input: ofClaim.extend({ checked: z.boolean() }),
    output: articleViewSchema,
    errors: remarking,
  },
  'claim.remove': { input: ofClaim, output: articleViewSchema, errors: remarking },
  /** Takes a removal back, as long as this desk runs. */
  'claim.put-back': { input: ofClaim, output: articleViewSchema, errors: remarking },

  /** Keeps a file that a claim can name as its source: at most 25 MB. */
  'source.add': {
    input: fileSchema,
    output: z.strictObject({ name: z.string(), hash: hashSchema, bytes: z.number().int() }),
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },
  'source.read': {
    input: z.strictObject({ hash: hashSchema }),
    output: z.strictObject({ data: z.base64() }),
    errors: [...reading, 'not-found'],
  },
} as const satisfies Record<string, Request>
