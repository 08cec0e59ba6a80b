import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Article } from '../../../../shared/article/article'
import { readBodies, type ReadBlock } from '../../../../shared/comparison/read-article'
import type { OutputOf } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { useGalley } from '../../../backend'
import { useComparisonContext } from '../../compare'
import { readFields, type ReadField } from './reading-lines'

type Changes = OutputOf<'article.changes-since'>

/** An article's text as it is read: all of it, with what changed since a revision. */
export interface Reading {
  /** Who changed it, oldest first; null until it is known. */
  changes: ShallowRef<Changes | null>
  failure: ShallowRef<AppError | null>
  blocks: ComputedRef<ReadBlock[]>
  fields: ComputedRef<ReadField[]>
}

/** @param base the revision to compare with; null shows the text as it is */
export function useChangesSince(article: () => Article, base: () => number | null): Reading {
  const galley = useGalley()
  const context = useComparisonContext()
  const changes = shallowRef<Changes | null>(null)
  const failure = shallowRef<AppError | null>(null)

  watch(
    [() => article().id, () => article().revision, base],
    async ([id, now, revision], [, , was]) => {
      if (revision !== was) changes.value = null
      failure.value = null
      if (revision === null) return
      const reply = await galley.request('article.changes-since', { id, revision })
      if (article().id !== id || article().revision !== now || base() !== revision) return
      if (reply.ok) changes.value = reply.value
      else failure.value = reply.error
    },
    { immediate: true },
  )

  const blocks = computed(() => {
    const { body } = article().content
    const { before, came, went } = changes.value ?? { before: null, came: [], went: [] }
    return readBodies(before?.content.body ?? body, body, { came, went })
  })
  const fields = computed(() => {
    const { content, publishedAt, derived } = article()
    const after = { content, publishedAt, minutes: derived.minutes }
    return readFields(changes.value?.before ?? null, after, changes.value?.fields ?? {}, context.value)
  })
  return { changes, failure, blocks, fields }
}
