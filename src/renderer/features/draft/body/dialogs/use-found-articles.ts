import { useDebounceFn } from '@vueuse/core'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Summary } from '../../../../../shared/article/article'
import type { AppError } from '../../../../../shared/kernel/app-error'
import { useGalley } from '../../../../backend'

/** How many articles are offered at once. */
const offered = 30

/** Articles of the library that bear some words, newest first. */
export interface FoundArticles {
  /** Null until they were looked for, and where nothing is to be found. */
  found: Readonly<ShallowRef<readonly Summary[] | null>>
  failure: Readonly<ShallowRef<AppError | null>>
  /** The place of the one that Enter takes. */
  at: Ref<number>
  /** Looks for them; null asks for none. */
  look: (words: string | null) => Promise<void>
  /** The same once nothing was asked for a moment. */
  lookSoon: (words: string | null) => Promise<void>
}

/** @param except the id of an article that is not offered: the one that is written */
export function useFoundArticles(except: string): FoundArticles {
  const galley = useGalley()
  const found = shallowRef<readonly Summary[] | null>(null)
  const failure = shallowRef<AppError | null>(null)
  const at = ref(0)
  let latest = 0

  async function look(words: string | null): Promise<void> {
    const asked = (latest += 1)
    if (words === null) return void (found.value = null)
    const reply = await galley.request('article.list', {
      search: words,
      states: [],
      categories: [],
      authors: [],
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: offered,
    })
    if (asked !== latest) return
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    found.value = reply.value.rows.filter(({ id }) => id !== except)
    at.value = 0
  }
  return { found, failure, at, look, lookSoon: useDebounceFn(look, 120) }
}
