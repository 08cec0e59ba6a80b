import type { Finding, FindingKind } from '../../../shared/checking/finding'

/** What a kind of finding is called on screen. */
export const kindNames: Record<FindingKind, string> = {
  spelling: 'Spelling',
  style: 'House style',
  placeholder: 'Placeholder',
}

export const severityNames: Record<Finding['severity'], string> = {
  must: 'Must be mended',
  should: 'Should be mended',
  hint: 'Hint',
}

/** A replacement as a button shows it: what cannot be seen is named. */
export function replacementInWords(replacement: string): string {
  if (replacement === '') return 'Leave it out'
  if (replacement.trim() === '')
    return replacement.length === 1 ? 'One space' : `${replacement.length} spaces`
  return replacement
}
