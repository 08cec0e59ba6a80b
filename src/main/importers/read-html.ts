import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Block } from '../../shared/article/body'
import { languageSchema } from '../../shared/article/content'
import { ok, type Result } from '../../shared/kernel/result'
import { nothingRead, type ArticleAsRead, type Reading } from './article-as-read'
import { cutText, fitHeadline, namesIn, oneLine } from '../../shared/html/fit-headline'
import { blocksFromHtml } from '../../shared/html/html-body'
import { nameLeavings } from '../../shared/html/html-leavings'
import { foldNotes } from '../../shared/html/html-notes'
import { attribute, elementsNamed, isElement, textOf } from '../../shared/html/html-tree'
import type { HtmlElement, HtmlNode, HtmlParent } from '../../shared/html/html-tree'
import { parsePage } from '../../shared/html/parse-html'
import { withCredits } from './figure-credits'
import { asAnyPage, ownArticle, ownFields } from './own-page'
import type { PictureFiles } from './picture-files'
import type { Warnings } from '../../shared/html/warnings'
import { readWrittenDate } from './written-date'

/**
 * An HTML page. The first `h1`, else the title, is the headline; what `article`, `main` or the body holds is the
 * body; the page's descriptions of itself fill the other fields.
 * @returns the article, or why the page cannot be read
 */
export async function readHtml(text: string, reading: Reading): Promise<Result<ArticleAsRead, string>> {
  const parsed = parsePage(text)
  if (!parsed.ok) return parsed
  const page = parsed.value
  const { pictures, timeZone, warnings } = reading
  nameLeavings(page, warnings)
  foldNotes(page)
  const own = ownArticle(page)
  if (own) asAnyPage(own)
  const heading = elementsNamed(page, 'h1').find((element) => oneLine(textOf(element)) !== '')
  const region = own?.body ?? articleRegion(page)
  if (!own) warnOfWordsOutside(page, region, heading, warnings)
  const title = elementsNamed(page, 'title')[0]
  const { headline, rest } = fitHeadline(heading ? textOf(heading) : titleText(title), warnings)
  const blocks = blocksFromHtml(region.childNodes, {
    pictures: await findPictures(region, pictures),
    used: new Set<HtmlNode>(heading && rest === '' ? [heading] : []),
    warnings,
  })
  const fields = { ...describe(page, timeZone), ...(own ? await ownFields(page, own, reading) : {}) }
  return ok({
    ...nothingRead(),
    ...fields,
    headline,
    blocks: own && rest !== '' ? [paragraphOf(rest), ...withCredits(blocks)] : withCredits(blocks),
  })
}

const paragraphOf = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** What is known of an HTML text that is only an article's body. */
interface BodyHtml {
  /** A heading of the first level that only repeats it is left out. */
  headline?: string
  /** Other addresses of the picture that one names. */
  alternatives?: (source: string) => readonly string[]
}

/** The blocks of an HTML text that another system holds as an article's body, and the addresses of its pictures. */
export async function readBodyHtml(
  text: string,
  { pictures, warnings }: Reading,
  { headline, alternatives }: BodyHtml = {},
): Promise<Result<{ blocks: Block[]; sources: string[] }, string>> {
  const parsed = parsePage(text)
  if (!parsed.ok) return parsed
  const page = parsed.value
  nameLeavings(page, warnings)
  foldNotes(page)
  const region = articleRegion(page)
  const repeated = elementsNamed(page, 'h1').filter((element) => oneLine(textOf(element)) === headline)
  const blocks = blocksFromHtml(region.childNodes, {
    pictures: await findPictures(region, pictures, alternatives),
    used: new Set<HtmlNode>(repeated),
    warnings,
  })
  const sources = elementsNamed(region, 'img').map((image) => attribute(image, 'src'))
  return ok({ blocks: withCredits(blocks), sources })
}

/** The pictures that a tree's images name, by their `src`. */
export async function findPictures(
  root: HtmlParent,
  pictures: PictureFiles,
  alternatives: (source: string) => readonly string[] = () => [],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const image of elementsNamed(root, 'img')) {
    const source = attribute(image, 'src')
    if (source === '' || found.has(source)) continue
    const hash = await pictures.keep(source, ...alternatives(source))
    if (hash !== null) found.set(source, hash)
  }
  return found
}

/** A title's text is read raw: it is no part of what a page shows. */
const titleText = (title: HtmlElement | undefined): string =>
  title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? ''

/** The one `article`, else `main`, else the whole body. */
function articleRegion(page: Tree.Document): HtmlParent {
  const articles = elementsNamed(page, 'article')
  const mains = elementsNamed(page, 'main')
  if (articles.length === 1 && articles[0]) return articles[0]
  return mains[0] ?? elementsNamed(page, 'body')[0] ?? page
}

function warnOfWordsOutside(
  page: Tree.Document,
  region: HtmlParent,
  heading: HtmlElement | undefined,
  warnings: Warnings,
): void {
  if (!isElement(region) || region.tagName === 'body') return
  const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
  const headingInside = heading !== undefined && elementsNamed(region, 'h1').includes(heading)
  const outside =
    words(textOf(page)) - words(textOf(region)) - (heading && !headingInside ? words(textOf(heading)) : 0)
  if (outside > 0)
    warnings.add(
      outside === 1
        ? `One word around the page’s ${region.tagName} was left out.`
        : `${outside} words around the page’s ${region.tagName} were left out.`,
    )
}

/** What a page says about itself. */
function describe(page: Tree.Document, timeZone: string): Partial<ArticleAsRead> {
  const metas = elementsNamed(page, 'meta')
  const all = (...names: string[]): string[] =>
    metas
      .filter((meta) =>
        names.includes((attribute(meta, 'name') || attribute(meta, 'property')).toLowerCase()),
      )
      .map((meta) => oneLine(attribute(meta, 'content')))
      .filter(Boolean)
  const root = elementsNamed(page, 'html')[0]
  const lang = root ? attribute(root, 'lang') : ''
  const dir = root ? attribute(root, 'dir').toLowerCase() : ''
  const published = all('article:published_time', 'date')[0]
  const tags = all('article:tag')
  return {
    standfirst: cutText(all('description')[0] ?? all('og:description')[0] ?? '', 20_000),
    authors: namesIn(all('author'), 50),
    categories: namesIn(all('article:section'), 10),
    tags: namesIn(tags.length > 0 ? tags : (all('keywords')[0] ?? '').split(','), 200),
    lang: languageSchema.safeParse(lang).success ? lang : null,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : 'auto',
    publishTime: published === undefined ? null : readWrittenDate(published, timeZone),
  }
}
