import { hashOf } from '../kernel/hash'
import type { Article, Seal } from './article'
import { fieldNames, type Content } from './content'
import { publishMoment } from './derive'

/** What the seal needs of an article; `authorNames` are printed names in byline order. */
export interface Sealable {
  content: Content
  publishedAt: string | null
  corrections: readonly { text: string; at: string }[]
  authorNames: readonly string[]
}

/**
 * The parts a seal covers: every published field, the authors' printed names and, through their hashes, the
 * pictures. Who overrode the read time is not part of it, nor are the newsroom's notes, the site's settings or authors'
 * biographies.
 */
export function sealedParts({
  content,
  publishedAt,
  corrections,
  authorNames,
}: Sealable): Record<string, unknown> {
  const { readTime, publishTime, authors, slug, desk: _noReaderSees, ...rest } = content
  return {
    ...rest,
    slug: slug.text,
    authors: authors.map((id, index) => [id, authorNames[index] ?? '']),
    readTime: readTime?.minutes ?? null,
    // An approval fills in `on-approval`; what was set and what was filled in are one fact to a reader.
    publishTime: publishTime.kind === 'on-approval' ? { kind: 'on-approval' } : publishMoment(content, null),
    publishedAt: publishTime.kind === 'on-approval' ? publishedAt : null,
    corrections: corrections.map(({ text, at }) => [text, at]),
  }
}

/** The hash of everything sealed, and of each part. */
export function hashSealed(sealable: Sealable): Pick<Seal, 'hash' | 'parts'> {
  const parts: Record<string, string> = {}
  for (const [name, value] of Object.entries(sealedParts(sealable))) parts[name] = hashOf(value)
  return { hash: hashOf(parts), parts }
}

/** An article and its authors' names, as the seal sees them. */
export const sealableOf = (
  article: Pick<Article, 'content' | 'publishedAt' | 'public'>,
  authorNames: readonly string[],
): Sealable => ({
  content: article.content,
  publishedAt: article.publishedAt,
  corrections: article.public.corrections,
  authorNames,
})

/** The names, as people know them, of the parts that differ from a seal; empty when it is whole. */
export function brokenParts(seal: Pick<Seal, 'hash' | 'parts'>, now: Pick<Seal, 'hash' | 'parts'>): string[] {
  if (seal.hash === now.hash) return []
  const names = new Set([...Object.keys(seal.parts), ...Object.keys(now.parts)])
  return [...names].filter((name) => seal.parts[name] !== now.parts[name]).map(partName)
}

function partName(part: string): string {
  if (part === 'corrections') return 'Corrections'
  if (part === 'publishedAt') return fieldNames.publishTime
  return part in fieldNames ? fieldNames[part as keyof typeof fieldNames] : part
}
