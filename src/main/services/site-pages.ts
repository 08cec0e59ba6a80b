import type { Article } from '../../shared/article/article'
import { ok, type Result } from '../../shared/kernel/result'
import { renderArticlePage } from '../../shared/render/article-page'
import { pageArticleFrom, referencesOf, type References } from '../../shared/render/page-article'
import type { Surroundings } from '../../shared/render/page-model'
import { cropAt } from '../../shared/render/picture-crops'
import type { PictureFormat } from '../../shared/render/picture-files'
import { iconAt, letterIcon } from '../../shared/render/site-icons'
import { stylesheet } from '../../shared/render/stylesheet'
import { articlePath, emptyPageName } from '../../shared/site/paths'
import type { Person } from '../../shared/workflow/people'
import type { Delivered } from './media'
import type { OpenLibrary } from './ports'
import { moment, type Room } from './room'
import { siteFiles } from './site-files'
import { standingOf } from './standing'
import { gatherSurroundings } from './surroundings'
import { viewpointOf, type Viewpoint } from './viewpoint'

const types: Record<PictureFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }
const textTypes: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  json: 'application/json',
  txt: 'text/plain',
}
const page = (text: string, ending = 'html'): Delivered => ({
  type: `${textTypes[ending] ?? 'text/plain'}; charset=utf-8`,
  bytes: new TextEncoder().encode(text),
})

/** For windows that show pages of their own making where the site's links and pictures are found. */
const emptyPage = '<!doctype html>\n<html lang="en"><head><title>Empty</title></head><body></body></html>\n'

/** The articles among some that are on the site, as links to them need it. */
export async function relatedOnSite(
  ids: readonly string[],
  viewpoint: () => Promise<Viewpoint>,
): Promise<Surroundings['related']> {
  const related: Surroundings['related'] = {}
  if (ids.length === 0) return related
  const view = await viewpoint()
  for (const id of ids) {
    const found = await view.library.articles.find(id)
    const standing = found.ok ? await standingOf(found.value, view) : null
    if (standing?.kind !== 'ready' && standing?.kind !== 'kept') continue
    related[id] = { headline: standing.page.content.headline, path: standing.page.path }
  }
  return related
}

/** What a page shows beside its article; unknown references are left out. */
export async function surroundingsFor(
  room: Room,
  _reader: Person | null,
  references: References,
): Promise<Result<Surroundings, never>> {
  return ok(await presentSurroundings(room, references))
}

async function presentSurroundings(room: Room, references: References): Promise<Surroundings> {
  const related = await relatedOnSite(references.related, () => viewpointOf(room))
  return gatherSurroundings(room.library, references, related)
}

/** An article's page of what is kept now: the bytes an export would write, were it approved as it is. */
async function articlePage(room: Room, article: Article): Promise<string> {
  const { site } = room.library.settings.read()
  const surroundings = await presentSurroundings(room, referencesOf(article.content))
  return renderArticlePage({ article: pageArticleFrom(article, site), surroundings, asOf: moment(room) })
}

/**
 * What the site has at a path, from what is kept now.
 * @param article the id of an article whose page is wanted wherever it is placed
 */
export async function siteFileAt(
  room: Room,
  path: string,
  article: string | null,
): Promise<Delivered | null> {
  const { library } = room
  const { site } = library.settings.read()
  if (path.startsWith('media/')) return keptPicture(library, path)
  const sheet = stylesheet(site.branding)
  if (path === sheet.path) return page(sheet.css, 'css')
  const icon = letterIcon(site)
  if (path === icon.path) return page(icon.text, 'svg')
  if (article === null && path.split('/').at(-1) === emptyPageName) return page(emptyPage)
  const id = article ?? (await articleAt(library, path))
  if (id !== null) {
    const found = await library.articles.find(id)
    return found.ok ? page(await articlePage(room, found.value)) : null
  }
  return endingOf(path) in textTypes ? listAt(room, path) : null
}

async function keptPicture({ media }: OpenLibrary, path: string): Promise<Delivered | null> {
  const crop = cropAt(path)
  if (crop) {
    const bytes = await media.crop(crop)
    return bytes && { type: types.jpg, bytes }
  }
  const icon = iconAt(path)
  if (icon) {
    const bytes = await media.icon(icon)
    return bytes && { type: 'image/png', bytes }
  }
  const [, hash, width, format] = /^media\/([0-9a-f]{64})-(\d{1,5})\.(avif|webp|jpg)$/.exec(path) ?? []
  if (hash === undefined || !isFormat(format)) return null
  const bytes = await media.atWidth(hash, Number(width), format)
  return bytes && { type: types[format], bytes }
}

const isFormat = (text: string | undefined): text is PictureFormat => text !== undefined && text in types

async function articleAt({ articles, settings }: OpenLibrary, path: string): Promise<string | null> {
  const { site } = settings.read()
  const found = (await articles.entries()).find(
    ({ id, category, slug, path: known }) =>
      known === path || articlePath(id, { category, slug: { text: slug, follows: false } }, site) === path,
  )
  return found?.id ?? null
}

/** A list or a notice of the site: made by going through the whole site, since it depends on all of it. */
async function listAt(room: Room, path: string): Promise<Delivered | null> {
  const entries = await room.library.articles.entries()
  const { files } = siteFiles(await viewpointOf(room), entries, () => undefined)
  for await (const file of files) {
    if (file.path === path) return 'text' in file ? page(file.text, endingOf(path)) : null
  }
  return null
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
