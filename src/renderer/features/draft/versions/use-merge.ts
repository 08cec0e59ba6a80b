import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { emptyContent, type Content } from '../../../../shared/article/content'
import { mergeContents, settleMerge, type Merge } from '../../../../shared/comparison/merge-contents'
import type { Choice } from '../../../../shared/comparison/merge-value'
import type { ArticleView, Galley } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import type { Draft } from '../draft-store'
import { openKept } from './recovery'

/** Two texts that are being merged. */
interface TwoTexts {
  mine: Content
  theirs: ArticleView
  merge: Merge
  /** Whether the revision that both started from could not be read: then everything that differs is a conflict. */
  withoutBase: boolean
}

export interface Merging {
  texts: ShallowRef<TwoTexts | null>
  failure: ShallowRef<AppError | null>
  /** What was chosen, by the conflict's id. */
  choices: Ref<ReadonlyMap<string, Choice>>
  choose(id: string, choice: Choice): void
  chooseAll(choice: 'mine' | 'theirs'): void
  /** How many conflicts still wait for a choice. */
  open: ComputedRef<number>
  /** The merged text; mine stands where nothing is chosen yet. */
  result: ComputedRef<Content | null>
}

/**
 * Merges the text on screen with what somebody else kept.
 * @param yours the revision that the text on screen was typed on
 */
export function useMerge(galley: Galley, draft: Draft, yours: number): Merging {
  const texts = shallowRef<TwoTexts | null>(null)
  const failure = shallowRef<AppError | null>(null)
  const choices = shallowRef<ReadonlyMap<string, Choice>>(new Map())

  async function load(): Promise<void> {
    const mine = draft.content()
    const [base, theirs] = await Promise.all([
      galley.request('article.revision', { id: draft.id, revision: yours }),
      openKept(galley, draft.id),
    ])
    failure.value = !mine.ok ? mine.error : !theirs.ok ? theirs.error : null
    if (!mine.ok || !theirs.ok) return
    const start = base.ok ? base.value.content : emptyContent(mine.value.lang)
    const merge = mergeContents(start, mine.value, theirs.value.article.content)
    texts.value = { mine: mine.value, theirs: theirs.value, merge, withoutBase: !base.ok }
  }
  void load()

  return {
    texts,
    failure,
    choices,
    choose: (id, choice) => (choices.value = new Map([...choices.value, [id, choice]])),
    chooseAll: (choice) =>
      (choices.value = new Map(texts.value?.merge.conflicts.map(({ id }) => [id, choice]))),
    open: computed(() => texts.value?.merge.conflicts.filter(({ id }) => !choices.value.has(id)).length ?? 0),
    result: computed(() =>
      texts.value ? settleMerge(texts.value.merge, (id) => choices.value.get(id) ?? 'mine') : null,
    ),
  }
}
