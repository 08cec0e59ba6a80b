import { ok, type Result } from '../../../../shared/kernel/result'
import { summaryOf } from '../article-document'
import { findType } from '../article-fields'
import type { Newsroom } from '../newsroom'
import { refused, type Done, type Refusal } from '../outcome'

/** `galley new`: begins an article, with nothing in it or with what a template gives. */
export async function newArticle(
  newsroom: Newsroom,
  wanted: { type?: string; template?: string },
): Promise<Done> {
  const settings = await newsroom.ask('settings.get', {})
  if (!settings.ok) return settings
  const type = wanted.type === undefined ? null : findType(wanted.type, settings.value.articleTypes)
  if (type && !type.ok) return type
  const template = wanted.template === undefined ? null : await findTemplate(newsroom, wanted.template)
  if (template && !template.ok) return template
  const made = await newsroom.ask('article.create', {
    ...(type && { type: type.value.id }),
    ...(template && { template: template.value }),
  })
  if (!made.ok) return made
  const summary = summaryOf(made.value, settings.value.site)
  return ok({ json: summary, text: `Began article ${summary.id}` })
}

/** A template's id by its name or id. */
async function findTemplate(newsroom: Newsroom, written: string): Promise<Result<string, Refusal>> {
  const templates = await newsroom.ask('template.list', {})
  if (!templates.ok) return templates
  const wanted = written.trim().toLowerCase()
  const found = templates.value.find(({ id, name }) => id === written || name.toLowerCase() === wanted)
  const known = templates.value.map(({ name }) => name).join(', ')
  if (found) return ok(found.id)
  return refused(`There is no template “${written}”. ${known ? `Known: ${known}.` : 'None was saved yet.'}`)
}
