import { figures, typing } from './shipped-signs'
import { spelling, wording } from './shipped-words'
import type { StyleFile } from './style-rules'

/** The file that a library has until it saves one of its own. */
export const shippedFileName = 'house'

/** What Galley brings along: ours to start from, and the newsroom’s to change. */
export const shippedStyle: StyleFile = {
  version: 0,
  rules: [...typing, ...figures, ...wording, ...spelling],
}
