import type { Inline } from '../article/body'
import { canonicalJson } from '../kernel/canonical-json'
import type { Likeness } from './align'
import { joinInlines, plainInlines, readableInlines, sliceInlines } from './inlines'
import { sharedWords, wordCounts } from './words'

/** One sentence of a paragraph, with the white space behind it. */
export type Sentence = readonly Inline[]

const sentenceEnd = /[.!?…]+["'”’»)\]]*\s+|[。！？]+[」』”’）]*|\n/gu

/** Where each sentence of a text ends, behind the white space that follows it; the last one may be open. */
export const sentenceEnds = (text: string): number[] =>
  [...text.matchAll(sentenceEnd)].map((found) => found.index + found[0].length)

/** A paragraph's sentences in order; joined they are the paragraph again. */
export function sentencesOf(content: readonly Inline[]): Sentence[] {
  const text = plainInlines(content)
  const ends = sentenceEnds(text)
  return [...ends.filter((end) => end < text.length), text.length]
    .map((end, index) => sliceInlines(content, index === 0 ? 0 : (ends[index - 1] ?? 0), end))
    .filter((sentence) => sentence.length > 0)
}

/** Sentences as a paragraph; those that came from different ends get the space that parts them. */
export function joinSentences(sentences: readonly Sentence[]): Inline[] {
  return joinInlines(
    sentences.flatMap((sentence, index): Sentence[] => {
      const isLast = index === sentences.length - 1
      return isLast || endsByItself(sentence) ? [sentence] : [sentence, [{ type: 'text', text: ' ' }]]
    }),
  )
}

const endsByItself = (sentence: Sentence): boolean => /[\s。！？」』）]$/u.test(plainInlines(sentence))

const trimmed = (sentence: Sentence): Sentence => {
  const text = plainInlines(sentence)
  return sliceInlines(sentence, 0, text.trimEnd().length)
}

/** The white space behind a sentence does not make it another one. */
export const sentenceLikeness: Likeness<Sentence> = {
  key: (sentence) => canonicalJson(joinInlines([trimmed(sentence)])),
  likeness: (before, after) =>
    sharedWords(wordCounts(readableInlines(before)), wordCounts(readableInlines(after))),
}
