/** A tab of what stands beside the text that is written. */
export type AboutTab = 'fields' | 'checks' | 'comments' | 'claims' | 'versions'
