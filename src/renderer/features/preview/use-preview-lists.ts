import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import type { PreviewLists } from './previewed-pages'

/**
 * What the front page and the category pages are made of, asked for again when something on the site changes.
 * @param category the id of a category to look at besides the front page, or null
 */
export function usePreviewLists(category: () => string | null = () => null) {
  const galley = useGalley()
  const lists = shallowRef<PreviewLists | null>(null)
  const failure = shallowRef<AppError | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('preview.lists', { category: category() })
    if (asked !== latest) return
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) lists.value = reply.value
  }

  // An export moves many articles at once: one new answer tells of them all.
  const soon = useDebounceFn(load, 300, { maxWait: 2000 })
  const listening = [
    galley.on('article.changed', () => void soon()),
    galley.on('library.changed', ({ what }) => void (what !== 'people' && soon())),
  ]
  onScopeDispose(() => listening.forEach((stop) => stop()))
  watch(category, load)
  void load()

  return { lists, failure }
}
