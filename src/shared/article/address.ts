import { z } from 'zod'
import { idSchema } from '../kernel/ids'

const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

const libraryScheme = 'article:'

/** The address of another article of the library: it stays right wherever that article's page stands. */
export const articleAddress = (id: string): string => `${libraryScheme}${id}`

/** The id of the article that an address of the library leads to; null for any other address. */
export function linkedArticle(address: string): string | null {
  const id = address.startsWith(libraryScheme) ? address.slice(libraryScheme.length) : ''
  return idSchema.safeParse(id).success ? id : null
}

/**
 * Whether a link may stand in an article: http, https, mailto, tel, relative to the site, or to an article of the
 * library. Browsers drop white space and control characters inside a scheme and read `\` as `/`, so an address holding any of them is refused
 * rather than read (WHATWG URL, "basic URL parser").
 */
export function isSafeAddress(address: string): boolean {
  if (address === '' || address.length > 4000) return false
  if (/[\u0000-\u0020\u007f-\u009f\u00a0\u2028\u2029\ufeff\\]/.test(address)) return false
  if (address.startsWith('//')) return false
  if (linkedArticle(address) !== null) return true
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]
  return scheme === undefined || safeSchemes.has(`${scheme.toLowerCase()}:`)
}

/** An absolute web address (http or https), as a link card or a canonical address needs. */
export function isWebAddress(address: string): boolean {
  if (!isSafeAddress(address) || !/^https?:\/\//i.test(address)) return false
  try {
    return new URL(address).host !== ''
  } catch {
    return false
  }
}

export const linkAddressSchema = z.string().refine(isSafeAddress, 'is not an address a page may link to')
export const webAddressSchema = z.string().refine(isWebAddress, 'is not a web address (http or https)')
