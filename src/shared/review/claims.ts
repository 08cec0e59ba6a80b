import { isWebAddress } from '../article/address'
import type { ErrorWith } from '../kernel/app-error'
import { err, ok, type Result } from '../kernel/result'
import type { Claim, Source } from './remarks'

/** As many as an article takes. */
export const mostClaims = 2000

/** A source’s file is no larger, in bytes. */
export const mostSourceBytes = 25_000_000

/** What is wrong with a source as it was given, in words; null where nothing is. */
export const sourceFault = (source: Source): string | null =>
  source.kind === 'link' && !isWebAddress(source.address)
    ? `“${source.address}” is not a web address: it should begin with https://`
    : null

/** What a source is called on one line. */
export function sourceName(source: Source): string {
  switch (source.kind) {
    case 'link':
      return source.title || source.address
    case 'file':
      return source.name
    case 'on-record':
      return `${source.name}, on record ${source.date}`
  }
}

/** Claims with one of them changed, or taken out where `change` gives null. */
export function withClaim(
  claims: readonly Claim[],
  id: string,
  change: (claim: Claim) => Claim | null,
): Result<Claim[], ErrorWith<'not-found'>> {
  const found = claims.find((one) => one.id === id)
  if (!found) return err({ code: 'not-found', what: 'claim', id })
  const changed = change(found)
  return ok(claims.flatMap((one) => (one.id !== id ? [one] : changed ? [changed] : [])))
}
