import { languageSchema } from '../../../shared/article/content'
import { cutText, fitHeadline, oneLine } from '../../../shared/html/fit-headline'
import { blocksFromHtml } from '../../../shared/html/html-body'
import { foldNotes } from '../../../shared/html/html-notes'
import { elementsNamed, hasClass, isElement, textOf } from '../../../shared/html/html-tree'
import type { HtmlElement, HtmlNode, HtmlParent } from '../../../shared/html/html-tree'
import { parsePiece } from '../../../shared/html/parse-html'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { nothingRead, type ArticleAsRead, type Reading } from '../article-as-read'
import { creatorIn, isByline, namesInByline } from '../byline-names'
import type { PictureFiles } from '../picture-files'
import { withCredits } from '../figure-credits'
import { convertApart } from './convert-apart'
import type { ConvertedDocx } from './converted'
import { joinCaptions } from './join-captions'
import { whyNoDocx } from './kind-of-bytes'

/** How many lines from the top a byline is looked for. */
const bylineWithin = 4

/**
 * A Word file. The title's style, else a heading above everything, else the file's own title is the headline; the
 * styles Subtitle and Caption and a line that begins with “By” are what they say.
 * @returns the article, or why the file cannot be read
 */
export async function readDocx(
  bytes: Uint8Array,
  { pictures, warnings }: Reading,
): Promise<Result<ArticleAsRead, string>> {
  const refusal = whyNoDocx(bytes)
  if (refusal !== null) return err(refusal)
  const converted = await convertApart(bytes)
  if (!converted.ok) return err(converted.reason)
  const { document } = converted
  for (const warning of document.warnings) warnings.add(warning)
  const parsed = parsePiece(document.html)
  if (!parsed.ok) return parsed
  const page = parsed.value
  foldNotes(page)
  joinCaptions(page)

  const heading = headingOf(page)
  const subtitle = elementsNamed(page, 'p').find((element) => hasClass(element, 'word-subtitle'))
  const byline = bylineOf(page)
  const { headline, rest } = fitHeadline(heading ? textOf(heading) : titleOf(document), warnings)
  if (heading && isTitle(heading)) lowerHeadings(page, heading)
  const names = byline ? namesInByline(textOf(byline)) : { names: creatorIn(document.creator), others: [] }
  if (names.others.length > 0)
    warnings.add(`In the byline, these were not taken for names: ${names.others.join(', ')}.`)
  const used = [heading && rest === '' ? heading : undefined, subtitle, byline]
  const blocks = blocksFromHtml(page.childNodes, {
    pictures: await keepPictures(document, pictures),
    used: new Set<HtmlNode>(used.filter((element) => element !== undefined)),
    warnings,
  })
  return ok({
    ...nothingRead(),
    headline,
    standfirst: subtitle ? cutText(oneLine(textOf(subtitle)), 20_000) : '',
    authors: names.names,
    lang: languageSchema.safeParse(document.language).success ? document.language : null,
    blocks: withCredits(blocks),
  })
}

const isTitle = (element: HtmlElement): boolean => hasClass(element, 'word-title')
const hasWords = (element: HtmlElement): boolean => oneLine(textOf(element)) !== ''

/** The paragraph in the title's style, else a heading that nothing but a byline stands above. */
function headingOf(page: HtmlParent): HtmlElement | undefined {
  const headings = elementsNamed(page, 'h1', 'h2', 'h3').filter(hasWords)
  const title = headings.find(isTitle)
  if (title) return title
  const first = page.childNodes
    .filter(isElement)
    .filter(hasWords)
    .find((element) => !isByline(oneLine(textOf(element))))
  return first && headings.includes(first) ? first : undefined
}

/** A paragraph in a byline's style, or one near the top that begins with “By”. */
function bylineOf(page: HtmlParent): HtmlElement | undefined {
  const paragraphs = elementsNamed(page, 'p').filter(hasWords)
  const styled = paragraphs.find((element) => hasClass(element, 'word-byline'))
  if (styled) return styled
  const top = page.childNodes.filter(isElement).filter(hasWords).slice(0, bylineWithin)
  return top.find((element) => element.tagName === 'p' && isByline(oneLine(textOf(element))))
}

/** Programs name a file without a title after themselves. */
const titleOf = ({ title }: ConvertedDocx): string =>
  /^(?:microsoft word\b|document\d*$|untitled\b|\.?docx?$|powerpoint)/i.test(title) ? '' : title

/** Below a title, Word's first headings are sections and its second ones their parts. */
function lowerHeadings(page: HtmlParent, title: HtmlElement): void {
  for (const element of elementsNamed(page, 'h2')) element.tagName = 'h3'
  for (const element of elementsNamed(page, 'h1')) if (element !== title) element.tagName = 'h2'
}

async function keepPictures(
  { pictures }: ConvertedDocx,
  files: PictureFiles,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>()
  for (const { source, name, bytes } of pictures) {
    const hash = await files.keepBytes(name, bytes)
    if (hash !== null) kept.set(source, hash)
  }
  return kept
}
