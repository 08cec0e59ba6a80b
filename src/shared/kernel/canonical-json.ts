import canonicalize from 'canonicalize'

/**
 * JSON with sorted keys and one spelling for every number and string (RFC 8785), so that equal values give equal
 * bytes. `undefined` members are left out.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Nothing to canonicalise')
  return text
}
