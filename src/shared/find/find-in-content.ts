import type { Content } from '../article/content'
import { articleTexts, type Place } from '../checking/places'
import type { Finder, Found } from './finder'

/** A place where something was found. */
export interface Hit {
  place: Place
  found: Found
  /** The text it stands in. */
  text: string
}

/** Everything found in an article, in reading order: its texts, captions, alt texts, credits and search texts. */
export const findInContent = (content: Content, find: Finder): Hit[] =>
  articleTexts(content).flatMap(({ text, placeOf }) =>
    find(text).map((found) => ({ place: placeOf(found), found, text })),
  )

const around = 40

/** Something found with some words around it. */
export interface Excerpt {
  before: string
  match: string
  after: string
}

/** Something found with up to 40 characters to each side, cut between characters. */
export function excerptOf({ text, found: { from, to } }: Pick<Hit, 'text' | 'found'>): Excerpt {
  const shown = (words: string): string => words.replaceAll('\ufffc', ' ')
  const before = Array.from(text.slice(0, from).split('\n').at(-1) ?? '')
  const after = Array.from(text.slice(to).split('\n')[0] ?? '')
  return {
    before: `${before.length > around ? '…' : ''}${shown(before.slice(-around).join(''))}`,
    match: text.slice(from, to),
    after: `${shown(after.slice(0, around).join(''))}${after.length > around ? '…' : ''}`,
  }
}
