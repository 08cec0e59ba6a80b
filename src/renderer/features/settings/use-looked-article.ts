import { computed, shallowRef, watch } from 'vue'
import type { Article } from '../../../shared/article/article'
import { renderArticlePage } from '../../../shared/render/article-page'
import { pageArticleFrom, referencesOf } from '../../../shared/render/page-article'
import type { Surroundings } from '../../../shared/render/page-model'
import type { SiteSettings } from '../../../shared/site/settings'
import { useGalley } from '../../backend'

/**
 * One article's page on a site that looks otherwise than it does now, and the pictures that look needs.
 * @param site as its settings would make it
 * @param id the article's, or null while there is none
 */
export function useLookedArticle(site: () => SiteSettings, id: () => string | null) {
  const galley = useGalley()
  const article = shallowRef<Article | null>(null)
  const around = shallowRef<Surroundings | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const wanted = id()
    const opened = wanted === null ? null : await galley.request('article.open', { id: wanted })
    const found = opened?.ok ? opened.value.article : null
    const { logo } = site().branding
    const { authors, pictures, related } = found
      ? referencesOf(found.content)
      : { authors: [], pictures: [], related: [] }
    const reply = await galley.request('preview.surroundings', {
      authors,
      related,
      pictures: logo ? [...pictures, logo] : pictures,
    })
    if (asked !== latest) return
    article.value = found
    if (reply.ok) around.value = reply.value
  }
  watch([id, () => site().branding.logo], load, { immediate: true })

  const placed = computed(() => article.value && pageArticleFrom(article.value, site()))
  const page = computed(() => {
    if (!placed.value || !around.value) return null
    const surroundings = { ...around.value, site: site() }
    return renderArticlePage({ article: placed.value, surroundings, asOf: new Date().toISOString() })
  })
  const folder = computed(() => placed.value && placed.value.path.replace(/index\.html$/, ''))
  const pictures = computed(() => around.value?.pictures ?? {})
  return { page, folder, pictures }
}
