import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './host-process'

/** A published article, taken apart into what an editor types and chooses. */
export interface ReferenceArticle {
  categories: string[]
  headline: string
  author: string
  minutes: number
  /** Body paragraphs and subheadings in order. */
  blocks: { kind: 'paragraph' | 'subheading'; text: string }[]
}

const folder = join(root, '../shared/reference')

/** The reference page's article, or null where its text is not at hand. */
export function readReferenceArticle(): ReferenceArticle | null {
  if (!existsSync(folder)) return null
  const file = readdirSync(folder).find((name) => name.endsWith('.txt'))
  if (!file) return null
  return takeApart(readFileSync(join(folder, file), 'utf8'))
}

export const withoutReference = 'The reference page is not at hand (../shared/reference).'

function takeApart(text: string): ReferenceArticle {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const [navigation = '', headline = ''] = lines
  const byline = lines.find((line) => line.startsWith('By ')) ?? ''
  const [, author = '', minutes = '0'] = /^By (.+?)\s*-.*?(\d+) Mins? Read$/.exec(byline) ?? []
  const body = lines.slice(lines.indexOf('|') + 1, lines.indexOf('Share'))
  return {
    categories: splitNavigation(navigation),
    headline,
    author: author.trim(),
    minutes: Number(minutes),
    // A subheading is the one line that ends like none of the sentences.
    blocks: body.map((line) => ({ kind: /[.”"]$/.test(line) ? 'paragraph' : 'subheading', text: line })),
  }
}

/** The section links stand on one line with nothing between them but spaces; the house's names part them. */
function splitNavigation(line: string): string[] {
  const known = [
    'Home',
    'Technology',
    'Top Stories',
    'Business',
    'Most Featured',
    'Sports',
    'Social Issues',
    'Animals',
    'News',
    'Fashion',
    'Crypto',
    'Featured',
    'Music & Pop Culture',
    'Travel & Tourism',
  ]
  const found: string[] = []
  let rest = line
  while (rest !== '') {
    const name = known.find((one) => rest.startsWith(one))
    if (name === undefined) throw new Error(`Unknown section at “${rest}”`)
    found.push(name)
    rest = rest.slice(name.length).trim()
  }
  return found
}
