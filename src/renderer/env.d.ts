import type { Galley } from '../shared/contract'

declare global {
  interface Window {
    /** What the host gives its window; there before the window's own script runs. */
    readonly galley: Galley
  }
}
