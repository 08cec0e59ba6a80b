import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../article/body'
import { emptyContent, type Content } from '../article/content'
import { sha256Hex } from '../kernel/hash'
import type { Anchor } from './anchor'
import { anchorAt } from './anchor-at'
import { carryAnchor } from './carry-anchors'
import { flatBody, offsetOf } from './flat-text'

/** A text as lists of words that each stand in it once, so that everybody knows which is which. */
type Words = readonly (readonly string[])[]
type Form = 'paragraph' | 'heading' | 'bold' | 'list'

interface Text {
  words: Words
  forms: readonly Form[]
}

function contentOf({ words, forms }: Text): Content {
  const content = words.map((line, index): Block => {
    const text = line.join(' ')
    const form = forms[index] ?? 'paragraph'
    const inlines = text === '' ? [] : [{ type: 'text' as const, text }]
    const bold = inlines.map((inline) => ({ ...inline, marks: [{ type: 'bold' as const }] }))
    switch (form) {
      case 'heading':
        return { type: 'heading', attrs: { level: 2 }, content: inlines }
      case 'list':
        return {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: inlines }] }],
        }
      default:
        return { type: 'paragraph', content: form === 'bold' ? bold : inlines }
    }
  })
  return { ...emptyContent('en'), body: { type: 'doc', content } }
}

const edits = ['insert', 'delete', 'split', 'join', 'move', 'form', 'undo', 'restore'] as const
const editArbitrary = fc.record({
  kind: fc.constantFrom(...edits),
  line: fc.nat(1000),
  word: fc.nat(1000),
  count: fc.integer({ min: 1, max: 6 }),
  form: fc.constantFrom<Form>('paragraph', 'heading', 'bold', 'list'),
})
type Edit = typeof editArbitrary extends fc.Arbitrary<infer E> ? E : never

let fresh = 0
/** A word like no other. */
const freshWord = (): string => sha256Hex(new TextEncoder().encode(String((fresh += 1)))).slice(0, 9)

function edited({ words, forms }: Text, { kind, line, word, count, form }: Edit): Text {
  const index = line % words.length
  const here = words[index] ?? []
  const at = word % (here.length + 1)
  const put = (lines: Words, kinds: readonly Form[], taken = 1): Text => ({
    words: words.toSpliced(index, taken, ...lines),
    forms: forms.toSpliced(index, taken, ...kinds),
  })
  const own = forms[index] ?? 'paragraph'
  switch (kind) {
    case 'insert':
      return put([here.toSpliced(at, 0, ...Array.from({ length: count }, freshWord))], [own])
    case 'delete':
      return put([here.toSpliced(at, count)], [own])
    case 'split':
      return put([here.slice(0, at), here.slice(at)], [own, form])
    case 'join':
      return index + 1 < words.length
        ? put([[...here, ...(words[index + 1] ?? [])]], [own], 2)
        : { words, forms }
    case 'move': {
      const rest = { words: words.toSpliced(index, 1), forms: forms.toSpliced(index, 1) }
      const to = word % words.length
      return { words: rest.words.toSpliced(to, 0, here), forms: rest.forms.toSpliced(to, 0, own) }
    }
    case 'form':
      return put([here], [form])
    case 'undo':
    case 'restore':
      return { words, forms }
  }
}

const firstText = (): Text => ({
  words: Array.from({ length: 12 }, () => Array.from({ length: 9 }, freshWord)),
  forms: Array.from({ length: 12 }, () => 'paragraph'),
})

/** The anchor of some words of one line. */
function anchorOn(content: Content, words: readonly string[]): Anchor {
  const flat = flatBody(content.body)
  const from = flat.text.indexOf(words.join(' '))
  const line = flat.lines.find(({ start, text }) => start <= from && from < start + text.length)
  const at = (line?.at ?? 0) + from - (line?.start ?? 0)
  const anchor = anchorAt(content, { in: 'body', attribute: null, from: at, to: at + words.join(' ').length })
  if (!anchor) throw new Error('No such words')
  return anchor
}

/** What an anchor's place says in an article. */
function standsOn({ place }: Anchor, { body }: Content): string {
  if (place?.in !== 'body') throw new Error('Not in the body')
  const flat = flatBody(body)
  return flat.text.slice(offsetOf(flat, place.from), offsetOf(flat, place.to))
}

interface Placed {
  word: string
  from: number
  to: number
}
const wordsIn = (text: string): Placed[] =>
  [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
const lettersOf = (words: readonly string[]): number => words.join('').length

/** The most words of some that stand in their order in a text, each near the one before. */
function mostInOrder(words: readonly string[], text: readonly Placed[]): string[] {
  const rows: Placed[][] = []
  for (const found of words.flatMap((word) => text.filter((placed) => placed.word === word))) {
    const before = rows
      .filter((row) => row.every(({ to }) => to < found.from) && found.from - (row.at(-1)?.to ?? 0) <= 1000)
      .toSorted((one, other) => other.length - one.length)[0]
    rows.push([...(before ?? []), found])
  }
  return (rows.toSorted((one, other) => other.length - one.length)[0] ?? []).map(({ word }) => word)
}

/** Whether the very words came in with sixteen letters before them, or after them, that were there before. */
function cameBack({ quote, before, after }: Anchor, was: string, is: string): boolean {
  const [lead, tail] = [before.slice(-16) + quote, quote + after.slice(0, 16)]
  const isIn = (words: string, around: string): boolean =>
    around.length >= 16 && is.includes(words) && !was.includes(words)
  return isIn(lead, before) || isIn(tail, after)
}

/**
 * What is promised of an anchor from one text to the next, where every word is like no other: its words are those it
 * stood on, or those it stood on last.
 */
function expectPromise(anchor: Anchor, now: Anchor, [before, after]: [Content, Content], edit: Edit): void {
  const [was, is] = [flatBody(before.body).text, flatBody(after.body).text]
  const own = wordsIn(anchor.quote).map(({ word }) => word)
  const stood = new Set(wordsIn(was).map(({ word }) => word))
  const text = wordsIn(is)
  const found = anchor.gone ? text.filter(({ word }) => !stood.has(word)) : text
  const most = mostInOrder(own, found)
  const isEnough = most.length * 2 >= own.length && lettersOf(most) >= 16
  const isThere = anchor.gone ? cameBack(anchor, was, is) : is.includes(anchor.quote) && own.length > 1
  if (isEnough || isThere) expect(now.gone).toBe(false)
  if (!text.some(({ word }) => own.includes(word))) expect(now.gone).toBe(true)
  if (now.gone) {
    expect(now.quote).toBe(anchor.quote)
    return
  }
  expect(standsOn(now, after)).toBe(now.quote)
  const quoted = wordsIn(now.quote).map(({ word }) => word)
  const held = quoted.filter((word) => own.includes(word)).length
  expect(held).toBeGreaterThanOrEqual(1)
  // Where a whole text takes the place of another, it is not said which of the words that went became which that came.
  if (edit.kind === 'restore' || edit.kind === 'undo') return
  if (isEnough) expect(held).toBeGreaterThanOrEqual(own.length / 2)
  // Nothing else gets in but between its words.
  for (const end of [quoted[0], quoted.at(-1)]) expect(own).toContain(end)
}

describe('anchors through any change', () => {
  it('stay on their words while enough of them are there, say when those are gone, and find them again', () => {
    let counted = 0
    fc.assert(
      fc.property(fc.array(editArbitrary, { minLength: 20, maxLength: 20 }), (list) => {
        let text = firstText()
        const past: Text[] = []
        let content = contentOf(text)
        const passages = text.words.map((line, index) => line.slice(index % 4, (index % 4) + 4))
        let anchors = passages.map((words) => anchorOn(content, words))
        for (const edit of list) {
          const earlier = { undo: past.at(-1), restore: past[edit.word % Math.max(1, past.length)] }
          const next =
            edit.kind === 'undo' || edit.kind === 'restore'
              ? (earlier[edit.kind] ?? text)
              : edited(text, edit)
          if (edit.kind === 'undo') past.pop()
          else past.push(text)
          const after = contentOf(next)
          anchors = anchors.map((anchor) => {
            const now = carryAnchor(anchor, content, after)
            expectPromise(anchor, now, [content, after], edit)
            return now
          })
          text = next
          content = after
          counted += 1
        }
      }),
      { numRuns: 60 },
    )
    expect(counted).toBeGreaterThanOrEqual(1000)
  })
})
