import type { ChangedIn, InputOf, ReplacementReport } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { noDetails } from '../../shared/media/picture-details'
import { showOtherPicture, showsPicture, type OtherPicture } from '../../shared/media/show-other-picture'
import type { Person } from '../../shared/workflow/people'
import { keepChanged, left } from './changing-articles'
import type { Holder } from './edit-locks'
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
  const articles: ChangedIn[] = []
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
  const report: ChangedIn[] = []
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
