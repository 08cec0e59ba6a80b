import type { Content } from '../../shared/article/content'
import type { Article } from '../../shared/article/article'
import type { InputOf, ReplacedIn, ReplacementReport } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { explainError } from '../../shared/kernel/explain-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { noDetails } from '../../shared/media/picture-details'
import { showOtherPicture, showsPicture, type OtherPicture } from '../../shared/media/show-other-picture'
import type { Person } from '../../shared/workflow/people'
import type { Holder } from './edit-locks'
import { keepArticle, type KeepError } from './keeping'
import { refusalOfLock } from './locking'
import { usesOfPictures } from './media'
import { mayDo } from './roles'
import type { Room } from './room'

type ReplaceError = ErrorWith<'not-allowed' | 'not-found'>

/**
 * Shows another picture in every article that uses one, each as a new revision. What may not be edited now by this
 * person is left as it is, and named with the reason.
 * @param window the window that asks: what is being edited in another one is left alone
 */
export async function replacePicture(
  room: Room,
  person: Person,
  { from, to, words }: InputOf<'media.replace'>,
  window: Holder,
): Promise<Result<ReplacementReport, ReplaceError>> {
  const other = await otherPicture(room, person, to)
  if (!other.ok) return other
  const uses = from === to ? [] : ((await usesOfPictures(room)).get(from) ?? [])
  const articles: ReplacedIn[] = []
  for (const { id, headline, unsavedBy } of uses) {
    articles.push(
      unsavedBy === ''
        ? await keepChanged(room, person, window, { id, headline }, async ({ content }) =>
            ok(showOtherPicture(content, from, other.value, words)),
          )
        : left(id, headline, `The unsaved text of ${unsavedBy} uses it; change it there.`),
    )
  }
  return ok({ articles, elsewhere: usesElsewhere(room, from) })
}

/** Takes a replacement back: an article untouched since says again what it said before, any other shows the first picture again. */
export async function putPictureBack(
  room: Room,
  person: Person,
  { from, to, articles }: InputOf<'media.put-back'>,
  window: Holder,
): Promise<Result<ReplacementReport, ReplaceError>> {
  const first = await otherPicture(room, person, from)
  if (!first.ok) return first
  const report: ReplacedIn[] = []
  for (const { id, revision } of articles) {
    const before = await room.library.articles.revision(id, revision - 1)
    report.push(
      await keepChanged(room, person, window, { id, headline: '' }, async (article) => {
        if (!before.ok) return before
        if (article.revision === revision) return ok(before.value.content)
        // Both stood in it before, and nothing tells any more which of them was replaced.
        if (showsPicture(before.value.content, to))
          return ok('It was changed since, and showed both pictures before: change it by hand.')
        return ok(showOtherPicture(article.content, to, first.value, 'keep'))
      }),
    )
  }
  return ok({ articles: report, elsewhere: [] })
}

/** The picture that shall be shown, if this person may change pictures in articles. */
async function otherPicture(
  { library }: Room,
  person: Person,
  hash: string,
): Promise<Result<OtherPicture, ReplaceError>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'replace pictures')
  if (!allowed.ok) return allowed
  if (!(await library.media.find(hash))) return err({ code: 'not-found', what: 'media', id: hash })
  const { description } = (await library.pictureDetails.find(hash)) ?? noDetails()
  return ok({ hash, description })
}

/** How often somebody else may keep the article in between before it is left to them. */
const tries = 3

/**
 * Keeps an article with changed content, on top of whatever is kept by then.
 * @param change gives the new content, or in words why the article is left as it is
 */
async function keepChanged(
  room: Room,
  person: Person,
  window: Holder,
  { id, headline }: { id: string; headline: string },
  change: (article: Article) => Promise<Result<Content | string, KeepError>>,
): Promise<ReplacedIn> {
  const locked = refusalOfLock(room, id, window)
  if (locked) return left(id, headline, sentence(locked.reason))
  let refusal: KeepError | null = null
  for (let turn = 0; turn < tries; turn += 1) {
    const found = await room.library.articles.find(id)
    if (!found.ok) return left(id, headline, explainError(found.error).what)
    const { revision, content } = found.value
    const changed = await change(found.value)
    if (!changed.ok) return left(id, content.headline, explainError(changed.error).what)
    if (typeof changed.value === 'string') return left(id, content.headline, changed.value)
    const kept = await keepArticle(room, person, { id, basedOn: revision, content: changed.value })
    if (kept.ok) {
      const reopened = kept.value.state === 'reopened' && found.value.review.state === 'approved'
      const remark = reopened ? 'It was approved; it is reopened now and needs a new approval.' : ''
      return { id, headline: content.headline, revision: kept.value.article.revision, remark }
    }
    refusal = kept.error
    if (refusal.code !== 'revision-conflict') break
  }
  return left(id, headline, refusal ? wordsFor(refusal) : '')
}

const left = (id: string, headline: string, remark: string): ReplacedIn => ({
  id,
  headline,
  revision: null,
  remark,
})

const wordsFor = (error: KeepError): string =>
  error.code === 'edit-refused' ? sentence(error.reason) : explainError(error).what

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`

/** Portraits and the logo that show a picture: they are changed where they are set. */
function usesElsewhere({ library: { authors, settings } }: Room, hash: string): string[] {
  const portraits = authors.read().filter(({ avatar }) => avatar === hash)
  return [
    ...portraits.map(({ name }) => `It stays the portrait of ${name}; change it under People.`),
    ...(settings.read().site.branding.logo === hash
      ? ['It stays the site’s logo; change it under Settings.']
      : []),
  ]
}
