import { createHash } from 'node:crypto'
import { hashWith } from '../../shared/kernel/hash'

/** Lets the shared code hash with OpenSSL wherever it runs under Node. */
export const useNativeHash = (): void => hashWith((data) => createHash('sha256').update(data).digest('hex'))
