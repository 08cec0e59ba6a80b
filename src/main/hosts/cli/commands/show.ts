import type { ArticleView } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import { renderArticlePage } from '../../../../shared/render/article-page'
import { renderMarkdown } from '../../../../shared/render/markdown'
import { pageArticleFrom, referencesOf } from '../../../../shared/render/page-article'
import type { PageModel } from '../../../../shared/render/page-model'
import { renderText } from '../../../../shared/render/plain-text'
import { articleDocument } from '../article-document'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import type { Done, Refusal } from '../outcome'

/** `galley show`: one article as a document, as its published page, as text or as Markdown. */
export async function show(newsroom: Newsroom, written: string, form: string, now: Date): Promise<Done> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const opened = await newsroom.ask('article.open', { id: id.value })
  if (!opened.ok) return opened
  if (form === 'json') {
    const settings = await newsroom.ask('settings.get', {})
    if (!settings.ok) return settings
    const json = articleDocument(opened.value, settings.value.site)
    return ok({ json, text: '', raw: `${JSON.stringify(json, null, 2)}\n` })
  }
  const model = await pageOf(newsroom, opened.value, now)
  if (!model.ok) return model
  const raw = inForm(form, model.value)
  return ok({ json: { id: id.value, form, document: raw }, text: '', raw })
}

function inForm(form: string, model: PageModel): string {
  if (form === 'html') return renderArticlePage(model)
  return form === 'md' ? renderMarkdown(model) : renderText(model.article)
}

/** An article with everything its page shows. */
async function pageOf(
  newsroom: Newsroom,
  { article }: Pick<ArticleView, 'article'>,
  now: Date,
): Promise<Result<PageModel, Refusal>> {
  const surroundings = await newsroom.ask('preview.surroundings', referencesOf(article.content))
  if (!surroundings.ok) return surroundings
  return ok({
    article: pageArticleFrom(article, surroundings.value.site),
    surroundings: surroundings.value,
    asOf: now.toISOString(),
  })
}
