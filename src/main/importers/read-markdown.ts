import { ok, type Result } from '../../shared/kernel/result'
import type { ArticleAsRead, Reading } from './article-as-read'
import { fitHeadline, oneLine } from '../../shared/html/fit-headline'
import { splitFrontMatter } from './front-matter'
import { readFields } from './front-matter-fields'
import { blocksFromHtml } from '../../shared/html/html-body'
import { elementsNamed, textOf, type HtmlElement, type HtmlNode } from '../../shared/html/html-tree'
import { markdownToHtml } from './markdown-html'
import { parsePiece } from '../../shared/html/parse-html'
import { findPictures } from './read-html'

/**
 * A Markdown text with or without front matter. Where that gives no headline, the first heading of the first level
 * is the headline; a heading that only repeats the headline is left out of the body.
 * @returns the article, or why the file cannot be read
 */
export async function readMarkdown(
  text: string,
  { pictures, timeZone, warnings }: Reading,
): Promise<Result<ArticleAsRead, string>> {
  const split = splitFrontMatter(text)
  if (!split.ok) return split
  const { rest: markdown, ...source } = split.value
  const article = await readFields({ ...source, timeZone, pictures, warnings })
  const parsed = parsePiece(markdownToHtml(markdown, warnings))
  if (!parsed.ok) return parsed
  const page = parsed.value
  const heading = elementsNamed(page, 'h1').find((element) => oneLine(textOf(element)) !== '')
  const wanted = article.headline || (heading ? textOf(heading) : '')
  const fitted = fitHeadline(wanted, warnings)
  // What front matter says is taken as it was written, spaces and all.
  const headline = fitted.rest === '' && article.headline !== '' ? article.headline : fitted.headline
  const { rest } = fitted
  const blocks = blocksFromHtml(page.childNodes, {
    pictures: await findPictures(page, pictures),
    used: new Set<HtmlNode>(heading && rest === '' && says(heading, oneLine(headline)) ? [heading] : []),
    warnings,
    keepsSpaces: true,
  })
  const whole = article.headline !== '' && rest !== '' ? [paragraphOf(rest), ...blocks] : blocks
  return ok({ ...article, headline, blocks: whole })
}

const says = (heading: HtmlElement, headline: string): boolean => oneLine(textOf(heading)) === headline
const paragraphOf = (text: string): ArticleAsRead['blocks'][number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
