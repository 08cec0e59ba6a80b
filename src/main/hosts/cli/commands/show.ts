import type { ArticleView } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import { renderNinjs } from '../../../../shared/render/ninjs'
import { renderArticlePage } from '../../../../shared/render/article-page'
import { renderMarkdown } from '../../../../shared/render/markdown'
import { pageArticleFrom, referencesOf } from '../../../../shared/render/page-article'
import type { PageModel } from '../../../../shared/render/page-model'
import { renderText } from '../../../../shared/render/plain-text'
import { articleDocument } from '../article-document'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import type { Done, Refusal } from '../outcome'

/**
 * `galley show`: one article as a document, as its published page, as text or as Markdown.
 * @param revision an earlier text of it; the present one when it is left out
 */
export async function show(
  newsroom: Newsroom,
  written: string,
  { form, revision }: { form: string; revision?: number },
  now: Date,
): Promise<Done> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const present = await newsroom.ask('article.open', { id: id.value })
  if (!present.ok) return present
  const opened = revision === undefined ? present : await atRevision(newsroom, present.value, revision)
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

/** An article as it stood at a kept revision; its states and its public face stay the present ones. */
async function atRevision(
  newsroom: Newsroom,
  view: ArticleView,
  number: number,
): Promise<Result<ArticleView, Refusal>> {
  const kept = await newsroom.ask('article.revision', { id: view.article.id, revision: number })
  if (!kept.ok) return kept
  const [authors, people] = [await newsroom.ask('author.list', {}), await newsroom.ask('person.list', {})]
  if (!authors.ok) return authors
  if (!people.ok) return people
  const { revision, content, derived, publishedAt, at, by } = kept.value
  const names = Object.fromEntries([...authors.value, ...people.value].map(({ id, name }) => [id, name]))
  return ok({
    ...view,
    article: { ...view.article, revision, content, derived, publishedAt, updatedAt: at, updatedBy: by },
    names: { ...names, ...view.names },
  })
}

function inForm(form: string, model: PageModel): string {
  if (form === 'html') return renderArticlePage(model)
  if (form === 'ninjs') return renderNinjs(model)
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
