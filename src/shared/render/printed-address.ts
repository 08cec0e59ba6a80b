import { isWebAddress } from '../article/address'

/** What may not stand in an address as it is (WHATWG URL, "valid URL string"), brackets outside a host among it. */
const unprintable =
  /["<>^`{|}]|%(?![0-9a-f]{2})|[\u0000-\u0020\u007f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/giu

/**
 * An address as a page can hold it: what no address may hold is percent-encoded, all else is as it was written.
 * @returns null for a web address without a host that could be asked
 */
export function printedAddress(address: string): string | null {
  const [, host = '', rest = address] = /^(https?:\/\/[^/?#]*)(.*)$/isu.exec(address) ?? []
  if (host !== '' && !isWebAddress(host)) return null
  const [path = '', ...fragments] = rest.split('#')
  const fragment = fragments.length === 0 ? '' : `#${fragments.map(encoded).join('%23')}`
  return `${host}${encoded(path)}${fragment}`
}

const encoded = (part: string): string =>
  part
    .replace(/[[\]]/g, (found) => (found === '[' ? '%5B' : '%5D'))
    .replace(unprintable, (found) => encodeURIComponent(found.replace(/\p{Surrogate}/u, '\ufffd')))
