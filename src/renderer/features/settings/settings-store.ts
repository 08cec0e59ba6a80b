import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ArticleType } from '../../../shared/site/article-types'
import type { Rules, SiteSettings } from '../../../shared/site/settings'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useLibrary } from '../../stores/library-store'

/** Changes the library's settings, and knows what they are used by. */
export const useSettingsChanges = defineStore('settings-changes', () => {
  const galley = useGalley()
  const library = useLibrary()
  /** How many articles each category holds, by the category's name. */
  const articlesIn = ref<Record<string, number>>({})

  /** Changes what is given and leaves the rest; gives what went wrong, or null once the library has it. */
  async function change(wanted: {
    site?: Partial<SiteSettings>
    rules?: Partial<Rules>
    articleTypes?: ArticleType[]
  }): Promise<AppError | null> {
    const reply = await galley.request('settings.change', { site: {}, rules: {}, ...wanted })
    if (!reply.ok) return reply.error
    library.settings = reply.value
    return null
  }

  async function countArticles(): Promise<void> {
    const reply = await galley.request('article.list', {
      search: '',
      states: [],
      categories: [],
      authors: [],
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 1,
    })
    if (reply.ok) articlesIn.value = reply.value.categories
  }

  return { articlesIn, change, countArticles }
})
