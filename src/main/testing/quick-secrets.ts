import { createPassphrases } from '../platform/passphrases'
import { createSigningKeys } from '../platform/signing-keys'

const cost = { n: 1024, r: 8, p: 1 }

/** Passphrases and keys as the product keeps them, but tried at once: tests are not about scrypt. */
export const quickSecrets = { passphrases: createPassphrases(cost), signing: createSigningKeys(cost) }
