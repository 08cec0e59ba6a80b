import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { Content } from '../../../shared/article/content'
import type { Body } from '../../../shared/article/body'
import type { Galley } from '../../../shared/contract'
import { createLivePage, type LivePage, type PageSource } from './live-page'
import { showTheme, stayOnPage } from './page-frame'
import type { PreviewSource } from './preview-source'
import { spareUnseenParagraphs } from './unseen-paragraphs'
import { useSurroundings } from './use-surroundings'
import { whenIdle } from './when-idle'

/** How long nothing has to be typed before the frame is compared with the whole page, in milliseconds. */
const quiet = 400

/**
 * Keeps the page in a frame in step with what is typed: a body's changed blocks in the same task as the key press,
 * everything else in the same frame, and when idle the whole page is compared and mended.
 * @param theme the page's own light or dark
 */
export function useLivePage(galley: Galley, source: PreviewSource, theme: Ref<'light' | 'dark'>) {
  const { surroundings, failure, follow } = useSurroundings(galley)
  const page = shallowRef<{ document: Document; live: LivePage } | null>(null)
  let painting: number | undefined

  const content = (): Content => ({ ...source.fields.value, body: source.doc.value.toJSON() as Body })
  const now = (): PageSource | null =>
    surroundings.value && {
      article: source.view.value.article,
      fields: source.fields.value,
      doc: source.doc.value,
      surroundings: surroundings.value,
    }

  function showAll(): void {
    const state = now()
    if (state) page.value?.live.showAll(state)
  }
  const check = whenIdle(() => {
    follow(content())
    showAll()
  }, quiet)

  function showSoon(): void {
    painting ??= requestAnimationFrame(() => {
      painting = undefined
      showAll()
    })
    check.soon()
  }

  watch(
    source.doc,
    () => {
      const state = now()
      if (state) page.value?.live.showBody(state)
      check.soon()
    },
    { flush: 'sync' },
  )
  watch([source.fields, source.view], showSoon)
  watch(surroundings, showAll)
  watch(theme, (wanted) => page.value && showTheme(page.value.document, wanted))
  follow(content())

  /** Takes over a document that the frame has loaded. */
  function take(document: Document): void {
    showTheme(document, theme.value)
    stayOnPage(document)
    spareUnseenParagraphs(document)
    page.value = { document, live: createLivePage(document) }
    showAll()
  }

  onScopeDispose(() => {
    check.stop()
    if (painting !== undefined) cancelAnimationFrame(painting)
  })
  return { take, failure, surroundings, now }
}
