import type { Article } from '../../shared/article/article'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { assertNever } from '../../shared/kernel/assert-never'
import { base64Of } from '../../shared/kernel/base64'
import { err, ok, type Result } from '../../shared/kernel/result'
import { renderNinjs } from '../../shared/render/ninjs'
import { renderMarkdown } from '../../shared/render/markdown'
import { pageArticleFrom, referencesOf } from '../../shared/render/page-article'
import type { PageModel } from '../../shared/render/page-model'
import { avatarCrop, cropPath } from '../../shared/render/picture-crops'
import { picturePath, pictureWidths } from '../../shared/render/picture-files'
import { renderFragment, renderSinglePage, type InlinedPictures } from '../../shared/render/single-file'
import { decideMove } from '../../shared/workflow/decide'
import type { Person } from '../../shared/workflow/people'
import { moveRow } from './log-rows'
import { printedNames } from './names'
import type { OpenLibrary, ReadError, WriteError } from './ports'
import type { SiteWriter } from './publishing-ports'
import { mayDo } from './roles'
import type { Room } from './room'
import { signedEntry } from './signing-keys'
import { relatedOnSite } from './site-pages'
import { exportContext, standingOf } from './standing'
import { gatherSurroundings } from './surroundings'
import { viewpointOf, type Viewpoint } from './viewpoint'

type Failure =
  WriteError | ReadError | ErrorWith<'not-found' | 'not-allowed' | 'move-refused' | 'export-failed'>

/**
 * Exports one approved and sealed article as a single file. The workflow decides as for the site, and the article's
 * log says so; but the file is on nobody's site, so what readers have stays as it is.
 */
export async function exportArticle(
  room: Room,
  person: Person,
  writer: Pick<SiteWriter, 'writeOne'>,
  { id, form, file, asOf }: InputOf<'publish.article'>,
): Promise<Result<OutputOf<'publish.article'>, Failure>> {
  const allowed = mayDo(person, ['production'], 'export an article')
  if (!allowed.ok) return allowed
  const { library } = room
  const found = await library.articles.find(id)
  if (!found.ok) return found
  const article = found.value
  const viewpoint = await viewpointOf(room, person, asOf)
  const decided = decideMove('export', article, exportContext(article, viewpoint))
  if (!decided.ok) return decided
  const standing = await standingOf(article, viewpoint)
  if (standing.kind !== 'ready') return err(refusedMeanwhile)

  const model = await modelOf(article, viewpoint)
  const name = `${article.content.slug.text || article.id.toLowerCase()}.${endings[form]}`
  const { text, beside = [] } = await fileIn(form, model, library)
  const done = await writer.writeOne(file, text, library, name, beside)
  if (!done.ok) return done
  const logged = await logExport(room, article, viewpoint, `As ${formNames[form]}.`)
  return logged.ok ? ok({ ...done.value, beside: beside.map((one) => one.name) }) : logged
}

const endings = { page: 'html', fragment: 'html', md: 'md', ninjs: 'json' }
const formNames = { page: 'a single page', fragment: 'a fragment', md: 'Markdown', ninjs: 'ninjs' }

/** Adds a row to an article's log and changes nothing else, however the article was edited meanwhile. */
async function logExport(
  { library, keys, announce }: Room,
  exported: Article,
  { person, now }: Viewpoint,
  note: string,
): Promise<Result<Article, WriteError | ErrorWith<'not-found'>>> {
  const authorNames = printedNames(library.authors.read(), exported.content.authors)
  const entry = moveRow('export', exported, exported, person.id, { now, note, authorNames })
  const logged = await library.articles.change<never>(exported.id, (article) =>
    ok({ article, ...signedEntry({ keys }, entry) }),
  )
  if (logged.ok) announce('article.changed', { id: exported.id, revision: logged.value.revision })
  return logged
}

const refusedMeanwhile: ErrorWith<'move-refused'> = {
  code: 'move-refused',
  move: 'export',
  reasons: ['It was withdrawn.'],
}

async function modelOf(article: Article, viewpoint: Viewpoint): Promise<PageModel> {
  const { library, asOf } = viewpoint
  const references = referencesOf(article.content)
  const related = await relatedOnSite(references.related, async () => viewpoint)
  const surroundings = await gatherSurroundings(library, references, related)
  return { article: pageArticleFrom(article, library.settings.read().site), surroundings, asOf }
}

/** An article's file, with the pictures that go beside it where they do not stand in it. */
async function fileIn(
  form: InputOf<'publish.article'>['form'],
  model: PageModel,
  library: Pick<OpenLibrary, 'media'>,
): Promise<{ text: string; beside?: Beside['files'] }> {
  switch (form) {
    case 'page':
      return { text: renderSinglePage(model, await inlinedPictures(model, library)) }
    case 'fragment':
      return { text: renderFragment(model, await inlinedPictures(model, library)) }
    case 'md': {
      const { addresses, files } = await picturesBeside(model, library)
      return { text: renderMarkdown(model, (hash) => addresses[hash] ?? ''), beside: files }
    }
    case 'ninjs': {
      const { addresses, files } = await picturesBeside(model, library)
      return { text: renderNinjs(model, addresses), beside: files }
    }
    default:
      return assertNever(form)
  }
}

/** Pictures that go with a file: their bytes, and by content hash where the file finds them. */
interface Beside {
  addresses: Record<string, string>
  files: { name: string; bytes: Uint8Array }[]
}

/** Every picture of an article in its largest width. Their names tell their content, so that files may share a folder. */
async function picturesBeside(
  { article, surroundings }: PageModel,
  { media }: Pick<OpenLibrary, 'media'>,
): Promise<Beside> {
  const beside: Beside = { addresses: {}, files: [] }
  for (const hash of referencesOf(article.content).pictures) {
    const size = surroundings.pictures[hash]
    if (!size) continue
    const width = pictureWidths(size.width).at(-1) ?? size.width
    const bytes = await media.atWidth(hash, width, 'jpg')
    if (!bytes) continue
    const name = picturePath(hash, width, 'jpg')
    beside.addresses[hash] = name
    beside.files.push({ name, bytes })
  }
  return beside
}

/** The width that a page carrying its pictures itself shows them in. */
const inlinedWidth = 960

/** Every picture of a page as a data address, in one middling width. */
async function inlinedPictures(
  { article, surroundings }: PageModel,
  { media }: Pick<OpenLibrary, 'media'>,
): Promise<InlinedPictures> {
  const inlined: Record<string, string> = {}
  const { logo } = surroundings.site.branding
  for (const hash of [...referencesOf(article.content).pictures, ...(logo ? [logo] : [])]) {
    const size = surroundings.pictures[hash]
    if (!size) continue
    const widths = pictureWidths(size.width)
    const width = widths.find((one) => one >= inlinedWidth) ?? widths.at(-1) ?? size.width
    const bytes = await media.atWidth(hash, width, 'jpg')
    if (bytes) inlined[hash] = dataAddress(bytes)
  }
  for (const { avatar } of Object.values(surroundings.authors)) {
    const bytes = avatar && (await media.crop(avatarCrop(avatar)))
    if (avatar && bytes) inlined[cropPath(avatarCrop(avatar))] = dataAddress(bytes)
  }
  return inlined
}

const dataAddress = (bytes: Uint8Array): string => `data:image/jpeg;base64,${base64Of(bytes)}`
