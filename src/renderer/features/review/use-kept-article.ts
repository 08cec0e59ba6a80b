import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Article } from '../../../shared/article/article'
import { derive } from '../../../shared/article/derive'
import type { AppError } from '../../../shared/kernel/app-error'
import { pageArticleFrom, referencesOf } from '../../../shared/render/page-article'
import { useGalley } from '../../backend'
import type { PreviewedArticle } from '../preview'

/**
 * An article as it is kept, with what its page shows besides. One that was never published stands where it would if it
 * were published now.
 */
export function useKeptArticle(article: () => Article, isShown: () => boolean) {
  const galley = useGalley()
  const kept = shallowRef<PreviewedArticle | null>(null)
  const failure = shallowRef<AppError | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    if (!isShown()) return
    const asked = (latest += 1)
    const shown = article()
    const reply = await galley.request('preview.surroundings', referencesOf(shown.content))
    if (asked !== latest) return
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    const surroundings = reply.value
    const publishedAt = shown.publishedAt ?? new Date().toISOString()
    const derived = derive(shown.content, surroundings.site, publishedAt)
    kept.value = {
      article: pageArticleFrom({ ...shown, publishedAt, derived }, surroundings.site),
      surroundings,
    }
  }

  watch([article, isShown], load, { immediate: true })
  onScopeDispose(galley.on('library.changed', ({ what }) => void (what !== 'people' && load())))
  return { kept, failure }
}
