import { computed, type ComputedRef } from 'vue'
import { defaultArticleTypes, type ArticleType } from '../../shared/site/article-types'
import { useLibrary } from './library-store'

/** The library's article types; those of a new library while its settings are on their way. */
export function useArticleTypes(): ComputedRef<readonly ArticleType[]> {
  const library = useLibrary()
  return computed(() => library.settings?.articleTypes ?? defaultArticleTypes)
}
