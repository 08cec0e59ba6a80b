import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Content } from '../../../shared/article/content'
import type { Galley } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { referencesOf } from '../../../shared/render/page-article'
import type { Surroundings } from '../../../shared/render/page-model'

/** What the page shows beside its article, asked for again when the article refers to something else. */
export function useSurroundings(galley: Galley): {
  surroundings: Readonly<ShallowRef<Surroundings | null>>
  failure: Readonly<ShallowRef<AppError | null>>
  follow: (content: Content) => void
} {
  const surroundings = shallowRef<Surroundings | null>(null)
  const failure = shallowRef<AppError | null>(null)
  let asked = ''
  let references: ReturnType<typeof referencesOf> | null = null

  async function ask(): Promise<void> {
    if (!references) return
    const mine = asked
    const reply = await galley.request('preview.surroundings', references)
    if (mine !== asked) return
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) surroundings.value = reply.value
  }

  function follow(content: Content): void {
    references = referencesOf(content)
    const wanted = canonicalJson(references)
    if (wanted === asked) return
    asked = wanted
    void ask()
  }

  onScopeDispose(galley.on('library.changed', ({ what }) => void (what !== 'people' && ask())))
  return { surroundings, failure, follow }
}
