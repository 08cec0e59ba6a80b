import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Surroundings } from '../../../shared/render/page-model'
import { typedArticle, type PageSource } from './live-page'
import type { PreviewSource } from './preview-source'
import type { PreviewedArticle } from './previewed-pages'
import { whenIdle } from './when-idle'

/** How long nothing has to be typed before lists and cards follow, in milliseconds. */
const quiet = 400

/**
 * What is typed, for all that shows it besides its page: taken when the typing rests, and only while it is looked at.
 * @param now what the page is made of at this moment; null while that is not known
 */
export function useTypedArticle(
  source: PreviewSource,
  surroundings: Readonly<ShallowRef<Surroundings | null>>,
  now: () => PageSource | null,
  isShown: () => boolean,
): Readonly<ShallowRef<PreviewedArticle | null>> {
  const previewed = shallowRef<PreviewedArticle | null>(null)

  function follow(): void {
    const state = isShown() ? now() : null
    if (state)
      previewed.value = {
        article: typedArticle(state, new Date().toISOString()),
        surroundings: state.surroundings,
      }
  }
  const later = whenIdle(follow, quiet)
  onScopeDispose(() => later.stop())

  watch([isShown, surroundings], follow)
  watch([source.doc, source.fields, source.view], () => {
    if (isShown()) later.soon()
  })
  return previewed
}
