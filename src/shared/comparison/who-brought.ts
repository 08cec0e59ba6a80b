import { diffArrays } from 'diff'
import type { Body } from '../article/body'
import { blockLines } from './block-lines'
import { readableInlines } from './inlines'
import { wordUnits } from './words'

/** A stretch of a text, in letters, and which version it came or went with. */
export interface Brought {
  from: number
  to: number
  /** A version's place in the list, from 1; versions that changed nothing there are never named. */
  version: number
}

/** Which words came, and which went, with which version of a text. */
export interface Origins {
  /** Stretches of the last version's text that were not in the first. */
  came: Brought[]
  /** Stretches of the first version's text that are not in the last. */
  went: Brought[]
}

/** Beyond so many words that came and went in one version, all of it counts as that version's. */
const mostEdits = 4000

/** A body as one text: its lines, as comparisons read them. */
export const readableBody = ({ content }: Body): string =>
  content
    .flatMap(blockLines)
    .map((line) => readableInlines(line.content))
    .join('\n')

/** Follows every word through the versions of a text, the oldest first. */
export function whoBrought(versions: readonly string[]): Origins {
  const first = wordUnits(versions[0] ?? '')
  const wentWith = first.map(() => 0)
  let now = first.map((text, place): Word => ({ text, version: 0, place }))
  versions.slice(1).forEach((text, index) => {
    now = withVersion(now, wordUnits(text), index + 1, wentWith)
  })
  return {
    came: stretches(now.map(({ text, version }) => ({ text, version }))),
    went: stretches(first.map((text, place) => ({ text, version: wentWith[place] ?? 0 }))),
  }
}

interface Word {
  text: string
  version: number
  /** Its place in the first version, or -1. */
  place: number
}

function withVersion(
  before: readonly Word[],
  after: readonly string[],
  version: number,
  wentWith: number[],
): Word[] {
  const parts = diffArrays(
    before.map(({ text }) => text),
    [...after],
    { maxEditLength: mostEdits },
  ) as ReturnType<typeof diffArrays<string>> | undefined
  const came = (text: string): Word => ({ text, version, place: -1 })
  const went = (words: readonly Word[]): void =>
    words.forEach(({ place }) => {
      if (place >= 0) wentWith[place] = version
    })
  if (!parts) {
    went(before)
    return after.map(came)
  }
  const words: Word[] = []
  let at = 0
  for (const { added, removed, value } of parts) {
    if (added) words.push(...value.map(came))
    else {
      const old = before.slice(at, at + value.length)
      if (removed) went(old)
      else words.push(...old)
      at += value.length
    }
  }
  return words
}

function stretches(words: readonly { text: string; version: number }[]): Brought[] {
  const found: Brought[] = []
  let at = 0
  for (const { text, version } of words) {
    const last = found.at(-1)
    const to = at + text.length
    if (version > 0 && last?.to === at && last.version === version) last.to = to
    else if (version > 0) found.push({ from: at, to, version })
    at = to
  }
  return found
}
