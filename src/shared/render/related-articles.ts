import type { PageContext } from './context'
import { linked, markup, type Html } from './html'
import { referencesOf } from './page-article'
import type { PageArticle } from './page-model'

/** Every article of the site that an article leads to, once more below it, in the order in which it names them. */
export function renderRelatedArticles({ content }: PageArticle, context: PageContext): Html | null {
  const { words, surroundings } = context
  const known = referencesOf(content).related.flatMap((id) => surroundings.related[id] ?? [])
  if (known.length === 0) return null
  const items = known.map(({ headline, path }) => markup`<li>${linked(headline, context.linkTo(path))}</li>`)
  return markup`<section class="more" aria-labelledby="more"><h2 id="more">${words.relatedArticles}</h2><ul>${items}</ul></section>`
}
