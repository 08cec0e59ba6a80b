import { defineStore } from 'pinia'
import { useSession } from '../../stores/session-store'

/** What was typed in a section and not saved when the person went elsewhere. */
export interface UnsavedSection {
  /** Plain data of the section's own shape. */
  draft: unknown
  /** Canonical JSON of what the library had when it was typed. */
  basis: string
}

/** Where one section of the settings leaves its unsaved changes; null is nothing unsaved. */
export interface UnsavedPlace {
  look(): UnsavedSection | null
  leave(unsaved: UnsavedSection | null): void
}

/**
 * Holds unsaved changes of the settings while this window is open, so that looking elsewhere loses none. Each library
 * and person has its own: nobody meets another's changes.
 */
export const useUnsavedSections = defineStore('unsaved-sections', () => {
  const session = useSession()
  const left = new Map<string, UnsavedSection>()

  /** The place of that section for who is signed in now; it stays theirs when they sign out. */
  function placeOf(section: string): UnsavedPlace {
    const key = JSON.stringify([session.library?.path, session.person?.id, section])
    return {
      look: () => left.get(key) ?? null,
      leave(unsaved) {
        if (unsaved) left.set(key, unsaved)
        else left.delete(key)
      },
    }
  }

  return { placeOf }
})
