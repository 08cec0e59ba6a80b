import type { Node as DocumentNode } from '@tiptap/pm/model'
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Content } from '../../../../shared/article/content'
import { linksIn } from '../../../../shared/checking/links'
import { articlePath } from '../../../../shared/site/paths'
import type { SiteSettings } from '../../../../shared/site/settings'
import { useGalley } from '../../../backend'
import { whenIdle } from '../../preview'
import { bodyJson } from '../body-json'
import type { Draft } from '../draft-store'
import { useArticleType } from '../use-article-type'
import {
  blockingRemarks,
  duplicateRemarks,
  lengthRemarks,
  linkQuestion,
  linkRemarks,
  type Remark,
} from './remarks'
import { useDeskAnswer } from './use-desk-answer'

/** How long nothing has to be typed before the article is looked over again, in milliseconds. */
const quiet = 400

/** What a look over the article found. */
export interface Checks {
  blocking: readonly Remark[]
  lengths: readonly Remark[]
  duplicates: readonly Remark[]
  links: readonly Remark[]
  /** What a human being checks, a sentence each. */
  checklist: readonly string[]
}

/** Looks over the article as it is typed, whenever typing rests. */
export function useChecks(
  draft: Draft,
  doc: ShallowRef<DocumentNode>,
  site: () => SiteSettings,
): ComputedRef<Checks> {
  const type = useArticleType(draft)
  const duplicates = useDeskAnswer('check.duplicates')
  const targets = useDeskAnswer('check.links')
  const content = shallowRef(now())

  function now(): Content {
    return { ...draft.fields.value, body: bodyJson(doc.value) }
  }
  const links = computed(() => linksIn(content.value.body))
  const path = computed(() => articlePath(draft.id, content.value, site()))

  function look(): void {
    content.value = now()
    const { headline, slug } = content.value
    if (headline.trim() !== '') duplicates.ask({ id: draft.id, headline, slug })
    const question = linkQuestion(links.value, site(), path.value)
    if (question.paths.length + question.articles.length > 0) targets.ask(question)
  }
  const idle = whenIdle(look, quiet)
  idle.soon()
  watch([doc, draft.fields, site], idle.soon)
  onScopeDispose(idle.stop)
  // What stands elsewhere in the library may have changed. Our own keeps change nothing that was asked.
  onScopeDispose(
    useGalley().on('article.changed', ({ id }) => {
      if (id === draft.id) return
      duplicates.forget()
      targets.forget()
      idle.soon()
    }),
  )

  return computed(() => ({
    blocking: blockingRemarks(content.value, type.value),
    lengths: lengthRemarks(content.value, type.value),
    duplicates:
      duplicates.answer.value && content.value.headline.trim() !== ''
        ? duplicateRemarks(duplicates.answer.value)
        : [],
    links: linkRemarks(links.value, site(), path.value, targets.answer.value),
    checklist: type.value.checklist,
  }))
}
