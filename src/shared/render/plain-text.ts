import { bodyLines } from '../article/body-text'
import { printable } from './escape'
import type { PageArticle } from './page-model'

/** An article as plain text: headline, standfirst, then the body's lines, with an empty line between any two. */
export function renderText({ content }: Pick<PageArticle, 'content'>): string {
  const parts = [content.headline, content.standfirst, ...bodyLines(content.body)]
  return `${parts
    .map((part) => printable(part).trim())
    .filter(Boolean)
    .join('\n\n')}\n`
}
