import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import type { Passphrases } from '../services/ports'

const keyBytes = 32
/** About 0.1 s and 32 MB for each try (RFC 7914; OWASP's second-strongest setting). */
export const usualCost = { n: 2 ** 15, r: 8, p: 1 }
export type Cost = typeof usualCost

/**
 * Passphrases as scrypt's output: 16 random bytes of salt and a 32-byte key, both in base64.
 * @param cost of a try at those that are kept from now on
 */
export const createPassphrases = (cost: Cost = usualCost): Passphrases => ({
  async hash(passphrase) {
    const salt = randomBytes(16)
    const key = await keyFrom(passphrase, salt, cost)
    return { ...cost, salt: salt.toString('base64'), key: key.toString('base64') }
  },
  async matches(passphrase, kept) {
    const key = Buffer.from(kept.key, 'base64')
    const tried = await keyFrom(passphrase, Buffer.from(kept.salt, 'base64'), kept)
    return key.length === tried.length && timingSafeEqual(key, tried)
  },
})

/** 32 bytes that only a passphrase and its salt give. */
export function keyFrom(passphrase: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  // Node's own ceiling of memory is exactly what N = 2^15 needs, and so refuses it.
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
  return new Promise((resolve, reject) => {
    // One spelling for the same letters, however a keyboard composed them.
    scrypt(passphrase.normalize('NFC'), salt, keyBytes, options, (failure, key) =>
      failure ? reject(failure) : resolve(key),
    )
  })
}
