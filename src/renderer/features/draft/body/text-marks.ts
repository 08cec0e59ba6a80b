import { Link } from '@tiptap/extension-link'
import { isSafeAddress } from '../../../../shared/article/address'

/**
 * A link that carries its address and nothing else: where it opens is the page's business. Addresses that a page
 * may not link to lose their link and keep their words.
 */
export const SafeLink = Link.extend({
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute('href')?.trim() ?? null } }
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => (isSafeAddress(element.getAttribute('href')?.trim() ?? '') ? null : false),
      },
    ]
  },
  inclusive: false,
}).configure({
  openOnClick: false,
  autolink: false,
  defaultProtocol: 'https',
  HTMLAttributes: {},
  isAllowedUri: (address) => isSafeAddress(address ?? ''),
})
