import { computed, type ComputedRef } from 'vue'
import type { ArticleType } from '../../../shared/site/article-types'
import { typeOf } from '../../../shared/workflow/readiness'
import { useArticleTypes } from '../../stores/article-types'
import type { Draft } from './draft-store'

/** The type of the article as it is typed. */
export function useArticleType(draft: Pick<Draft, 'fields'>): ComputedRef<ArticleType> {
  const types = useArticleTypes()
  return computed(() => typeOf(draft.fields.value, types.value))
}
