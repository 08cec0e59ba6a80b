import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { AppError } from '../../../shared/kernel/app-error'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { useUnsavedSections, type UnsavedSection } from './unsaved-sections'

/** Where a section's changes are. `unsaved` says nothing of errors: those stand in `failure`. */
export type SectionState = 'unchanged' | 'unsaved' | 'saving' | 'saved'

/** A group of settings that is changed and saved together. */
export interface Section<T> {
  draft: Ref<T>
  state: ComputedRef<SectionState>
  failure: Readonly<Ref<AppError | null>>
  save: () => Promise<void>
  /** Back to what is kept. */
  reset: () => void
}

/**
 * One section of the settings. What is kept may change under it (in another window): an untouched section follows,
 * a changed one keeps what was typed. Unsaved changes are there again when the person comes back to the settings.
 * @param name tells it from the other sections
 * @param kept the section as the library has it now; plain data
 * @param store keeps it; gives what went wrong, or null
 */
export function useSection<T>(
  name: string,
  kept: () => T,
  store: (draft: T) => Promise<AppError | null>,
): Section<T> {
  const copy = (): T => plain(kept())
  const place = useUnsavedSections().placeOf(name)
  const found = place.look()
  const draft = ref(found ? plain(found.draft) : copy()) as Ref<T>
  const basis = shallowRef(found ? found.basis : canonicalJson(kept()))
  const failure = shallowRef<AppError | null>(null)
  const saving = shallowRef(false)
  const justSaved = shallowRef(false)
  const changed = computed(() => canonicalJson(draft.value) !== basis.value)

  const state = computed<SectionState>(() => {
    if (saving.value) return 'saving'
    if (changed.value) return 'unsaved'
    return justSaved.value ? 'saved' : 'unchanged'
  })

  function reset(): void {
    draft.value = copy()
    basis.value = canonicalJson(kept())
    failure.value = null
  }

  async function save(): Promise<void> {
    if (saving.value || !changed.value) return
    saving.value = true
    failure.value = null
    const sent = plain(draft.value)
    const error = await store(sent)
    saving.value = false
    failure.value = error
    justSaved.value = error === null
    // What was typed while it was being saved stays as an unsaved change on top of what the library keeps now.
    if (error === null && canonicalJson(draft.value) === canonicalJson(sent)) reset()
    else if (error === null) basis.value = canonicalJson(kept())
    // Saved only after the person went elsewhere: what was left behind then is unsaved no longer.
    if (left && place.look() === left) leave()
  }

  let left: UnsavedSection | null = null
  function leave(): void {
    left = changed.value ? { draft: plain(draft.value), basis: basis.value } : null
    place.leave(left)
  }
  onScopeDispose(leave)

  watch(
    () => canonicalJson(kept()),
    () => {
      // What is typed may have become what is kept: by a save that ended after the person left and came back.
      if (!changed.value || canonicalJson(draft.value) === canonicalJson(kept())) reset()
    },
  )

  return { draft, state, failure, save, reset }
}

/** A deep copy without Vue's proxies, which no message can carry. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
