import { isSafeAddress, isWebAddress } from '../../../../../shared/article/address'

const emailAddress = /^[^\s@/:]+@[\w-]+(\.[\w-]+)+$/
const bareDomain = /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/
const phoneNumber = /^\+?[\d()\s.-]{6,}$/
const lastLabel = /\.\p{L}{2,}(:\d+)?([/?#].*)?$/u

/** An address as it was meant: a bare domain is on the web, `somebody@example.org` is mail, a number is a phone's. */
export function completedAddress(typed: string): string {
  const text = typed.trim()
  if (emailAddress.test(text)) return `mailto:${text}`
  if (/^\+\d/.test(text) && phoneNumber.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`
  return bareDomain.test(text) ? `https://${text}` : text
}

/** Why a text cannot be the address of a link, in words; '' where it can. */
export function linkRefusal(address: string): string {
  if (address === '') return 'Type an address, such as https://example.org.'
  if (/\s/.test(address)) return 'An address has no spaces in it.'
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]
  if (isSafeAddress(address)) return /^https?:/i.test(address) && !isWebAddress(address) ? unfinished : ''
  if (scheme) return `A page cannot link to ${scheme}: addresses, only to https:, http:, mailto: and tel:.`
  return 'A page can link to web addresses (https://…), mailto:, tel: and places on this site (/…).'
}
const unfinished = 'This address is not finished: it needs a name such as https://example.org.'

/** Why a text cannot be the address of a card, in words; '' where it can. */
export function cardRefusal(address: string): string {
  if (address === '') return 'Type a web address, such as https://example.org.'
  return isWebAddress(address)
    ? ''
    : 'A card shows something on the web: its address begins with https:// or http://.'
}

/** The address that a text is, such as words that somebody chose or copied; null for any other text. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim()
  if (/\s/.test(trimmed)) return null
  const isAddress = /^(https?|mailto|tel):/i.test(trimmed) || emailAddress.test(trimmed)
  const address = completedAddress(trimmed)
  if (!isAddress && !(bareDomain.test(trimmed) && lastLabel.test(trimmed))) return null
  return linkRefusal(address) === '' ? address : null
}

/** The words of a headline that a text is; null for what is, or is becoming, an address. */
export function wordsOfArticle(text: string): string | null {
  const trimmed = text.trim()
  const begun = /^([/#?.]|[a-z][a-z0-9+.-]*:)/i.test(trimmed)
  return trimmed === '' || begun || addressIn(trimmed) !== null ? null : trimmed
}
