import { InputRule } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import type { MarkType } from '@tiptap/pm/model'
import { isSafeAddress } from '../../../../shared/article/address'
import { completedAddress } from './dialogs/web-address'

/** `[words](https://example.org)` becomes a link once the bracket is closed. */
const writtenLink = (type: MarkType): InputRule =>
  new InputRule({
    find: /\[([^[\]]+)\]\(([^()\s]+)\)$/,
    handler({ state: { tr }, range, match: [, words = '', typed = ''] }) {
      const href = completedAddress(typed)
      if (!isSafeAddress(href)) return null
      // The closing bracket is still on its way: what stands before it is replaced.
      tr.delete(range.from + 1 + words.length, range.to).delete(range.from, range.from + 1)
      tr.addMark(range.from, range.from + words.length, type.create({ href })).removeStoredMark(type)
      return undefined
    },
  })

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
  addInputRules() {
    return [writtenLink(this.type)]
  },
}).configure({
  openOnClick: false,
  autolink: false,
  defaultProtocol: 'https',
  HTMLAttributes: {},
  isAllowedUri: (address) => isSafeAddress(address ?? ''),
})
