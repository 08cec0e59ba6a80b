import { inject, type InjectionKey } from 'vue'
import type { Galley } from '../shared/contract'

/** The desk, as the window sees it. Provided once at the start; tests provide a fake. */
export const galleyKey: InjectionKey<Galley> = Symbol('galley')

/** The desk this window talks to. Only in `setup` of a component or a store. */
export function useGalley(): Galley {
  const galley = inject(galleyKey)
  if (!galley) throw new Error('No desk was provided to this window')
  return galley
}
