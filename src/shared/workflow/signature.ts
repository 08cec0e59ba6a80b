import { z } from 'zod'
import { hashSchema } from '../kernel/ids'

/** An Ed25519 signature (RFC 8032) and the key it was made with, by the SHA-256 of its public half. */
export const signatureSchema = z.strictObject({ key: hashSchema, signature: z.base64() })
export type Signature = z.infer<typeof signatureSchema>

/** Signs a hash with the key of whoever is at work; null where they have none. */
export type Sign = (hash: string) => Signature
