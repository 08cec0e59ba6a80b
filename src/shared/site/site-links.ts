import { z } from 'zod'
import { isSafeAddress, isWebAddress } from '../article/address'

/** Whether a header or footer may lead there: the web, mail, a telephone, or a place on the site from its root. */
export function isLinkAddress(address: string): boolean {
  if (!isSafeAddress(address)) return false
  if (/^https?:/i.test(address)) return isWebAddress(address)
  return /^(mailto|tel):./i.test(address) || address.startsWith('/')
}

/** What a link of the header or footer needs. */
export const linkWords = 'is not an address: write https://…, mailto:… or /a/place/on/the/site/'

const siteLinkSchema = z.strictObject({
  label: z.string().trim().min(1, 'has no words').max(80),
  address: z.string().trim().max(2000).refine(isLinkAddress, linkWords),
})
/** Words on every page that lead somewhere. */
export type SiteLink = z.infer<typeof siteLinkSchema>

export const siteLinksSchema = z.array(siteLinkSchema).max(20)
