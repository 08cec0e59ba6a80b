import { shallowRef, watch, type Ref } from 'vue'
import { showPage, showPageIn, showTheme, stayOnPage } from './page-frame'

/**
 * Keeps a frame in step with the whole text of a page.
 * @param html the page's text; null while there is none
 * @param theme the page's own light or dark
 * @param css a style that is not kept yet; null for the one that the page names
 */
export function useShownPage(
  html: () => string | null,
  theme: Ref<'light' | 'dark'>,
  css: () => string | null = () => null,
): { take: (document: Document) => void } {
  const shown = shallowRef<Document | null>(null)

  function show(): void {
    const page = html()
    if (!shown.value || page === null) return
    const style = css()
    if (style === null) showPage(shown.value, page)
    else showPageIn(shown.value, page, style)
  }

  watch([html, css], show)
  watch(theme, (wanted) => shown.value && showTheme(shown.value, wanted))

  /** Takes over a document that the frame has loaded. */
  function take(document: Document): void {
    showTheme(document, theme.value)
    stayOnPage(document)
    shown.value = document
    show()
  }

  return { take }
}
