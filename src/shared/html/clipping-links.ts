import { removeAttribute, setAttribute } from './html-edit'
import { safeAddress } from './html-marks'
import { attribute, elementsNamed, type HtmlParent } from './html-tree'
import type { Leavings } from './leavings'
import { withoutTracking } from './link-tracking'

/**
 * Leaves only links that mean something elsewhere, without what tracks whoever follows them. A link that is taken
 * away leaves its words.
 */
export function cleanLinks(root: HtmlParent, leavings: Leavings): void {
  for (const link of elementsNamed(root, 'a')) {
    const written = attribute(link, 'href')
    if (written === '') {
      if (attribute(link, 'name') !== '') leavings.add('bookmark')
      continue
    }
    const address = withoutTracking(written)
    const withinDocument = address.startsWith('#')
    if (withinDocument || safeAddress(address) === null) {
      if (!withinDocument) leavings.add('link')
      removeAttribute(link, 'href')
    } else if (address !== written) {
      leavings.add('tracking')
      setAttribute(link, 'href', address)
    }
  }
}
