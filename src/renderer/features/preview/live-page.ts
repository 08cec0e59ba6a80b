import type { Article, Derived } from '../../../shared/article/article'
import type { Block, Body } from '../../../shared/article/body'
import type { Content } from '../../../shared/article/content'
import { derive } from '../../../shared/article/derive'
import { renderArticlePage } from '../../../shared/render/article-page'
import {
  bodyElementId,
  countFootnotes,
  hasHeading,
  notesElementId,
  renderBlock,
  renderBlocks,
  renderNotes,
} from '../../../shared/render/blocks'
import { pageContext, type PageContext } from '../../../shared/render/context'
import { pageArticleFrom } from '../../../shared/render/page-article'
import type { PageArticle, Surroundings } from '../../../shared/render/page-model'
import { articlePath } from '../../../shared/site/paths'
import { changedRun } from './changed-run'
import { replaceBlocks, replaceNotes, showPage } from './page-frame'
import type { BodyBlock, BodyDocument } from './preview-source'

/** What the page is made of at a moment. */
export interface PageSource {
  article: Pick<Article, 'id' | 'publishedAt' | 'public'>
  fields: Omit<Content, 'body'>
  doc: BodyDocument
  surroundings: Surroundings
}

/** A page shown in a document and kept in step with its article. */
export interface LivePage {
  /** Brings the whole page up to date, touching only what differs. Gives whether anything did. */
  showAll(source: PageSource): boolean
  /** Brings changed blocks of the body up to date at once; everything else waits for `showAll`. */
  showBody(source: PageSource): void
}

const bodyOf = (doc: BodyDocument): Body => doc.toJSON() as Body

/**
 * The whole page of what is typed now: the same text as an export writes of it once it is kept.
 * @param derived counts and printed date of exactly this source, where they are known
 */
export function renderWholePage(source: PageSource, derived: Derived = deriveFrom(source)): string {
  const { article, fields, doc, surroundings } = source
  const content: Content = { ...fields, body: bodyOf(doc) }
  return renderArticlePage({
    article: pageArticleFrom({ ...article, content, derived }, surroundings.site),
    surroundings,
    asOf: new Date().toISOString(),
  })
}

/**
 * What is typed now as a page has it; what was never published as if it were published at that moment, so that lists and
 * feeds can show where it would stand.
 * @param moment UTC, ISO 8601
 */
export function typedArticle(source: PageSource, moment: string): PageArticle {
  const { fields, doc, surroundings } = source
  const article = { ...source.article, publishedAt: source.article.publishedAt ?? moment }
  const content: Content = { ...fields, body: bodyOf(doc) }
  const derived = derive(content, surroundings.site, article.publishedAt)
  return pageArticleFrom({ ...article, content, derived }, surroundings.site)
}

const deriveFrom = ({ article, fields, doc, surroundings }: PageSource): Derived =>
  derive({ ...fields, body: bodyOf(doc) }, surroundings.site, article.publishedAt)

const hasFootnotes = (blocks: readonly BodyBlock[]): boolean =>
  blocks.some((block) => countFootnotes(block.toJSON() as Block) > 0)

const hasHeadings = (blocks: readonly BodyBlock[]): boolean =>
  blocks.some((block) => hasHeading(block.toJSON() as Block))

/** Neighbouring blocks without footnotes. `headed`: whether a heading stands above them. */
function renderRun(blocks: readonly BodyBlock[], context: PageContext, headed: boolean): string[] {
  let isBelow = headed
  return blocks.map((node) => {
    const block = node.toJSON() as Block
    const html = renderBlock(block, context, 1, isBelow)
    isBelow ||= hasHeading(block)
    return html
  })
}

/** @param page the document to show in, such as the preview frame's */
export function createLivePage(page: Document): LivePage {
  /** The blocks that the document shows now; null while that is not known. */
  let shown: readonly BodyBlock[] | null = null

  const derivedOf = rememberDerived()

  function showAll(source: PageSource): boolean {
    const changed = showPage(page, renderWholePage(source, derivedOf(source)))
    shown = source.doc.content.content
    return changed
  }

  function showBody(source: PageSource): void {
    if (!shown) return void showAll(source)
    const before = shown
    const after = source.doc.content.content
    const run = changedRun(before, after)
    if (!run) return
    const context = pageContext(source.surroundings, pathOf(source), source.fields.lang)
    const gone = before.slice(run.start, run.start + run.removed)
    const come = after.slice(run.start, run.start + run.added)
    const renumbers = hasFootnotes(gone) || hasFootnotes(come)
    // The first heading of a body is like no other, so where headings come or go those below change.
    const headed = hasHeadings(come)
    const fits =
      renumbers || headed !== hasHeadings(gone)
        ? replaceAll(source, before.length)
        : replaceBlocks(
            page,
            bodyElementId,
            run,
            renderRun(come, context, !headed || hasHeadings(after.slice(0, run.start))),
            before.length,
          )
    if (fits) shown = after
    else showAll(source)
  }

  /** Footnotes are numbered through the whole body, and its first heading is like no other: all of it is written anew. */
  function replaceAll(source: PageSource, expected: number): boolean {
    const context = pageContext(source.surroundings, pathOf(source), source.fields.lang)
    const body = bodyOf(source.doc)
    const blocks = renderBlocks(body, context)
    const run = { start: 0, removed: expected, added: blocks.length }
    if (!replaceBlocks(page, bodyElementId, run, blocks, expected)) return false
    replaceNotes(page, bodyElementId, notesElementId, renderNotes(body, context))
    return true
  }

  return { showAll, showBody }
}

const pathOf = ({ article, fields, surroundings }: PageSource): string =>
  articlePath(article.id, fields, surroundings.site)

/** What is derived from the text, worked out again only when something it depends on changed. */
function rememberDerived(): (source: PageSource) => Derived {
  let last: { key: readonly unknown[]; derived: Derived } | null = null
  return (source) => {
    const { article, fields, doc, surroundings } = source
    const { readingRate, timeZone } = surroundings.site
    const key = [doc, fields.publishTime, fields.lang, article.publishedAt, readingRate, timeZone]
    if (!last || key.some((part, index) => part !== last?.key[index])) {
      last = { key, derived: deriveFrom(source) }
    }
    return last.derived
  }
}
