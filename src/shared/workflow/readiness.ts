import type { Content } from '../article/content'
import { bodyLines, walkBody } from '../article/body-text'

/** Placeholders that newsrooms leave for what is to come: TK, TKTK. */
const placeholder = /(?<![\p{L}\p{N}_])(?:TK)+(?![\p{L}\p{N}_])/gu

/** What an article still lacks before it can be submitted, a sentence each. */
export function missingParts(content: Content): string[] {
  const missing: string[] = []
  if (content.headline.trim() === '') missing.push('The headline is empty.')
  if (content.authors.length === 0) missing.push('No author is chosen.')
  if (content.category === null) missing.push('No category is chosen.')
  if (bodyLines(content.body).every((line) => line.trim() === '')) missing.push('The body is empty.')
  const { thumbnail } = content
  if (thumbnail && !thumbnail.decorative && thumbnail.alt.trim() === '') {
    missing.push('The thumbnail has no alt text and is not marked as decorative.')
  }
  const undescribed = figuresWithoutAlt(content)
  if (undescribed > 0)
    missing.push(`${undescribed} picture(s) in the body have no alt text and are not marked as decorative.`)
  return missing
}

function figuresWithoutAlt(content: Content): number {
  let count = 0
  walkBody(content.body, (node) => {
    if (node.type !== 'figure' || !('attrs' in node) || !node.attrs || !('decorative' in node.attrs)) return
    if (!node.attrs.decorative && node.attrs.alt.trim() === '') count += 1
  })
  return count
}

/** Where a placeholder still stands, as short excerpts. */
export function findPlaceholders(content: Content): string[] {
  const lines = [content.headline, content.standfirst, content.dateline, ...bodyLines(content.body)]
  return lines.flatMap((line) => [...line.matchAll(placeholder)].map((match) => excerptAt(line, match.index)))
}

const excerptAt = (line: string, index: number): string =>
  line.slice(Math.max(0, index - 20), index + 20).trim()
