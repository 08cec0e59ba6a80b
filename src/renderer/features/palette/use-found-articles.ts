import { watchDebounced } from '@vueuse/core'
import { shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Summary } from '../../../shared/article/article'
import { useGalley } from '../../backend'

const most = 7

/** The articles that a search found. */
interface Found {
  search: string
  articles: readonly Summary[]
}

/** The articles that a search finds, a moment after it was typed; an empty one finds none. */
export function useFoundArticles(wanted: Readonly<Ref<string>>): Readonly<ShallowRef<Found>> {
  const galley = useGalley()
  const found = shallowRef<Found>({ search: '', articles: [] })

  async function find(search: string): Promise<readonly Summary[]> {
    if (search === '') return []
    const all = { states: [], categories: [], authors: [], offset: 0, limit: most }
    const reply = await galley.request('article.list', { search, ...all, sort: 'updated', descending: true })
    return reply.ok ? reply.value.rows : []
  }
  watchDebounced(
    wanted,
    async (search) => {
      const articles = await find(search)
      // What was typed since has its own answer.
      if (search === wanted.value) found.value = { search, articles }
    },
    { debounce: 80 },
  )
  return found
}
