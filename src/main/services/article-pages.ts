import { renderArticlePage } from '../../shared/render/article-page'
import type { SitemapPage } from '../../shared/render/feeds/sitemaps'
import { renderNinjs } from '../../shared/render/ninjs'
import { renderWithdrawnPage } from '../../shared/render/notice-pages'
import type { PageArticle, Surroundings } from '../../shared/render/page-model'
import { avatarCrop, cropPath, cropsOf } from '../../shared/render/picture-crops'
import { pictureFormats, picturePath, pictureWidths } from '../../shared/render/picture-files'
import { sha256Hex } from '../../shared/kernel/hash'
import type { SiteFile } from './publishing-ports'
import { readAgain, type Outline, type Seen } from './settled'
import type { SiteRun } from './site-run'
import type { Standing } from './standing'
import { gatherSurroundings } from './surroundings'

/** Surroundings with the names under which a page that readers keep was approved, whatever they are by now. */
export function asReadersKnow(standing: Standing | null, surroundings: Surroundings): Surroundings {
  if (standing?.kind !== 'kept') return surroundings
  const authors = { ...surroundings.authors }
  standing.page.content.authors.forEach((id, index) => {
    const [author, name] = [authors[id], standing.authorNames[index]]
    if (author && name !== undefined) authors[id] = { ...author, name }
  })
  return { ...surroundings, authors }
}

/** What a page shows beside its article, and of all of it a fingerprint where there can be one. */
export async function aroundPage(
  { outline, standing }: Seen,
  related: Surroundings['related'],
  run: SiteRun,
): Promise<{ surroundings: Surroundings; fingerprint: string | null }> {
  const { references, listed, history } = outline
  const gathered = await gatherSurroundings(run.viewpoint.library, references, related)
  const surroundings = asReadersKnow(standing, gathered)
  // What readers keep although it may not go out is rare and made each time.
  if (standing?.kind === 'kept') return { surroundings, fingerprint: null }
  const linked = references.related.map((id) => related[id] ?? null)
  const around = JSON.stringify([run.fingerprint, surroundings.pictures, linked])
  const known = fingerprints.get(outline)
  if (known?.around === around) return { surroundings, fingerprint: known.fingerprint }
  const fingerprint = sha256Hex(JSON.stringify([around, listed, history]))
  fingerprints.set(outline, { around, fingerprint })
  return { surroundings, fingerprint }
}

/** An outline stays the same object while its article does. */
const fingerprints = new WeakMap<Outline, { around: string; fingerprint: string }>()

/** An article's page, the same for machines, and the pictures that are on it. */
export async function* pageFiles(
  seen: Seen,
  related: Surroundings['related'],
  run: SiteRun,
): AsyncGenerator<SiteFile> {
  const { outline } = seen
  const { surroundings, fingerprint } = await aroundPage(seen, related, run)
  const { path, id } = outline.listed
  run.given.add(path)
  yield* textFiles(seen, [path, ninjsPath(id)], { surroundings, fingerprint }, run)
  if (!outline.noindex) run.sitemap.push(sitemapPage(outline, surroundings))
  const { thumbnail, headline } = outline.teaser
  const shownBy = `“${headline}”`
  for (const hash of outline.references.pictures.filter((one) => !surroundings.pictures[one]))
    run.findings.warnings.push(
      `A picture of ${shownBy} is not in the library any more or is damaged (media/${hash}), so its page goes without. Everything else was exported.`,
    )
  const shown = outline.references.pictures.flatMap((hash) => {
    const size = surroundings.pictures[hash]
    return size ? [[hash, size] as const] : []
  })
  yield* pictureFilesOf(Object.fromEntries(shown), shownBy, run)
  yield* avatarFilesOf(surroundings, shownBy, run)
  if (!thumbnail || !surroundings.pictures[thumbnail.media]) return
  for (const crop of cropsOf(thumbnail.media, thumbnail.focal)) {
    const place = cropPath(crop)
    if (run.given.has(place)) continue
    run.given.add(place)
    yield { path: place, crop, shownBy }
  }
}

async function* textFiles(
  { outline, standing }: Seen,
  [path, ninjs]: [string, string],
  { surroundings, fingerprint }: Awaited<ReturnType<typeof aroundPage>>,
  run: SiteRun,
): AsyncGenerator<SiteFile> {
  if (fingerprint !== null && run.holds(path, fingerprint) && run.holds(ninjs, fingerprint)) {
    yield { path, fingerprint, same: true }
    yield { path: ninjs, fingerprint, same: true }
    return
  }
  const isLost = standing?.kind === 'kept' && !standing.reproduced
  const article = isLost ? null : (standing?.page ?? (await readAgain(outline, run.viewpoint)))
  if (!article) {
    // Its revision cannot be read, say: rendering would show readers what nobody approved.
    run.findings.moves.delete(outline.listed.id)
    yield { path, asBefore: true }
    yield { path: 'assets/', asBefore: true }
    yield { path: ninjs, asBefore: true }
    return
  }
  const model = { article, surroundings, asOf: run.viewpoint.asOf }
  const made = fingerprint === null ? {} : { fingerprint }
  yield { path, text: renderArticlePage(model), ...made }
  yield { path: ninjs, text: renderNinjs(model), ...made }
}

/** The notice that stands where a withdrawn article was. */
export async function withdrawnFile(
  { page, notice }: Extract<Standing, { kind: 'withdrawn' }>,
  run: SiteRun,
): Promise<SiteFile> {
  run.given.add(page.path)
  const surroundings = await gatherSurroundings(
    run.viewpoint.library,
    { authors: page.content.authors, pictures: [], related: [] },
    {},
  )
  return {
    path: page.path,
    text: renderWithdrawnPage({ article: page, surroundings, withdrawal: notice }),
  }
}

/** All widths of pictures that were not given yet. */
export function* pictureFilesOf(
  pictures: Surroundings['pictures'],
  shownBy: string,
  run: SiteRun,
): Generator<SiteFile> {
  for (const [hash, size] of Object.entries(pictures)) {
    if (run.pictures[hash]) continue
    run.pictures[hash] = size
    for (const width of pictureWidths(size.width)) {
      for (const format of pictureFormats) {
        yield { path: picturePath(hash, width, format), picture: { hash, width, format }, shownBy }
      }
    }
  }
}

/** The pictures of authors that were not given yet. */
function* avatarFilesOf(
  { authors, pictures }: Surroundings,
  shownBy: string,
  run: SiteRun,
): Generator<SiteFile> {
  for (const { avatar } of Object.values(authors)) {
    const size = avatar && pictures[avatar]
    if (!avatar || !size || run.avatars[avatar]) continue
    run.avatars[avatar] = size
    const crop = avatarCrop(avatar)
    yield { path: cropPath(crop), crop, shownBy }
  }
}

const ninjsPath = (id: PageArticle['id']): string => `ninjs/${id}.json`

const sitemapPage = (
  { listed: { path }, modified, references }: Outline,
  { pictures }: Surroundings,
): SitemapPage => ({
  path,
  modified,
  pictures: references.pictures.flatMap((hash) => {
    const width = pictureWidths(pictures[hash]?.width ?? 0).at(-1)
    return width === undefined ? [] : [picturePath(hash, width, 'jpg')]
  }),
})
