import type { Node as DocumentNode } from '@tiptap/pm/model'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { countBody } from '../../../../shared/article/block-facts'
import { articleHead } from '../../../../shared/render/article-page'
import { headFacts, type HeadFacts } from '../../../../shared/render/head'
import { pageArticleFrom } from '../../../../shared/render/page-article'
import type { SiteSettings } from '../../../../shared/site/settings'
import { whenIdle } from '../../preview'
import { bodyJson } from '../body-json'
import type { Draft } from '../draft-store'

/** What the page’s head will say of the article as it is typed; worked out when idle. */
export function useHeadFacts(
  draft: Draft,
  doc: ShallowRef<DocumentNode>,
  site: () => SiteSettings,
): Readonly<ShallowRef<HeadFacts>> {
  const facts = shallowRef(factsNow())

  function factsNow(): HeadFacts {
    const { article } = draft.view.value
    const body = bodyJson(doc.value)
    const text = countBody(body).lines.join('\n')
    const content = { ...draft.fields.value, body }
    const page = pageArticleFrom({ ...article, content, derived: { ...article.derived, text } }, site())
    const surroundings = { site: site(), authors: {}, pictures: {}, related: {} }
    return headFacts({ ...articleHead(page, surroundings), site: site() })
  }

  const idle = whenIdle(() => (facts.value = factsNow()))
  watch([doc, draft.fields, draft.view, site], idle.soon)
  onScopeDispose(idle.stop)
  return facts
}
