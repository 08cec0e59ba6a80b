import type { Sought } from '../../../shared/find/finder'

/** What a search starts as: nothing, taken as it is written. */
export const emptySought = (): Sought => ({ text: '', regex: false, wholeWord: false, matchCase: false })
