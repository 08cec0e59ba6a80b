import { summaryOf } from '../article-document'
import { setFields, type FieldName } from '../article-fields'
import { findArticle } from '../find-article'
import { ok } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import { failed, type Done } from '../outcome'
import type { Pair } from '../pairs'
import { addPictureFrom } from '../read-file'
import type { Terminal } from '../terminal'

/** `galley set`: keeps an article with some of its fields changed. */
export async function set(
  newsroom: Newsroom,
  written: string,
  pairs: readonly Pair<FieldName>[],
  terminal: Pick<Terminal, 'now'>,
): Promise<Done> {
  if (!newsroom.person) return failed({ code: 'not-signed-in' })
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const [opened, settings] = [
    await newsroom.ask('article.open', { id: id.value }),
    await newsroom.ask('settings.get', {}),
  ]
  if (!opened.ok) return opened
  if (!settings.ok) return settings
  const { article, editRefusal } = opened.value
  // Asked before anything is made on the way, such as a byline or a picture.
  if (editRefusal !== null) return failed({ code: 'edit-refused', reason: editRefusal })

  const content = await setFields(article.content, pairs, {
    site: settings.value.site,
    articleTypes: settings.value.articleTypes,
    person: newsroom.person.id,
    now: terminal.now().toISOString(),
    authors: newsroom.authorsCalled,
    addPicture: addPictureFrom(newsroom),
  })
  if (!content.ok) return content
  const kept = await newsroom.ask('article.keep', {
    id: article.id,
    basedOn: article.revision,
    content: content.value,
  })
  if (!kept.ok) return kept
  const summary = summaryOf(kept.value, settings.value.site)
  const unchanged = kept.value.article.revision === article.revision
  return ok({
    json: summary,
    text: unchanged
      ? `${summary.id} says that already: revision ${summary.revision} stands.`
      : `${summary.id} is kept as revision ${summary.revision}: ${summary.headline}${
          summary.wholeAgain ? '\nThe approved content is back: its seal is whole again.' : ''
        }`,
  })
}
