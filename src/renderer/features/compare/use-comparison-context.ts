import { computed, type ComputedRef } from 'vue'
import type { ComparisonContext } from '../../../shared/comparison/compare-articles'
import { articleTypeFor } from '../../../shared/site/article-types'
import { useLibrary } from '../../stores/library-store'
import { useSiteTime } from '../../stores/site-time'

/** The names of the open library, for the words of comparisons and facts. */
export function useComparisonContext(): ComputedRef<ComparisonContext> {
  const library = useLibrary()
  const moment = useSiteTime()
  const nameIn = (list: readonly { id: string; name: string }[], id: string): string | undefined =>
    list.find((one) => one.id === id)?.name
  return computed(() => ({
    authorName: (id) => nameIn(library.authors, id) ?? 'An author no longer listed',
    categoryName: (id) =>
      nameIn(library.settings?.site.categories ?? [], id) ?? 'A category no longer listed',
    typeName: (id) => (library.settings ? articleTypeFor(id, library.settings.articleTypes).name : id),
    moment: moment.value,
  }))
}
