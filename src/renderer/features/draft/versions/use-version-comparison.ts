import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Revision } from '../../../../shared/article/revision'
import type { Compared } from '../../../../shared/comparison/compare-articles'
import type { Galley } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { err, ok, type Result } from '../../../../shared/kernel/result'
import type { Draft } from '../draft-store'

/** What a revision is compared with: the one before it, what is on screen, or one that was held on to. */
type Base = 'before' | 'screen' | number

/** Two versions of an article that are compared, the earlier one first. */
export interface VersionComparison {
  /** The revision that is looked at. */
  shown: Ref<number>
  base: Ref<Base>
  /** The revision it is compared with; null for what is on screen, and for the very first revision. */
  other: ComputedRef<number | null>
  revision: ShallowRef<Revision | null>
  /** Null while it is loaded, and where there is nothing to compare. */
  sides: ShallowRef<{ before: Compared; after: Compared } | null>
  failure: ShallowRef<AppError | null>
}

export function useVersionComparison(galley: Galley, draft: Draft, first: number): VersionComparison {
  const shown = ref(first)
  const base = ref<Base>('before')
  const revision = shallowRef<Revision | null>(null)
  const sides = shallowRef<VersionComparison['sides']['value']>(null)
  const failure = shallowRef<AppError | null>(null)
  const other = computed(() => {
    if (base.value === 'screen') return null
    const number = base.value === 'before' ? shown.value - 1 : base.value
    return number >= 1 ? number : null
  })

  /** Kept revisions never change: each is asked for once. */
  const loaded = new Map<number, Revision>()
  async function load(number: number): Promise<Result<Revision, AppError>> {
    const known = loaded.get(number)
    if (known) return ok(known)
    const reply = await galley.request('article.revision', { id: draft.id, revision: number })
    if (!reply.ok) return err(reply.error)
    loaded.set(number, reply.value)
    return reply
  }
  function onScreen(): Result<Compared, AppError> {
    const content = draft.content()
    return content.ok
      ? ok({ content: content.value, publishedAt: draft.view.value.article.publishedAt })
      : content
  }

  async function compare(): Promise<void> {
    const [number, against, isScreen] = [shown.value, other.value, base.value === 'screen']
    const one = await load(number)
    const two = isScreen ? onScreen() : against === null ? null : await load(against)
    if (number !== shown.value || against !== other.value || isScreen !== (base.value === 'screen')) return
    failure.value = !one.ok ? one.error : two && !two.ok ? two.error : null
    revision.value = one.ok ? one.value : null
    if (!one.ok || !two?.ok) sides.value = null
    else if (isScreen || (against ?? 0) > number) sides.value = { before: one.value, after: two.value }
    else sides.value = { before: two.value, after: one.value }
  }
  watch([shown, base], compare, { immediate: true })

  return { shown, base, other, revision, sides, failure }
}
