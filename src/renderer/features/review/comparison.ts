import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Content } from '../../../shared/article/content'
import { bodyLines } from '../../../shared/article/body-text'
import { canonicalJson } from '../../../shared/kernel/canonical-json'

/** A stretch of compared text. `skipped` stands for that many unchanged lines. */
export type ComparedRun =
  { kind: 'same' | 'added' | 'removed'; text: string } | { kind: 'skipped'; lines: number }

/** One field that differs between two texts. */
export interface ComparedField {
  name: string
  runs: ComparedRun[]
  /** Said in words where the difference is not one of text. */
  remark: string
}

/** A field as two readable texts. */
export interface FieldTexts {
  name: string
  before: string
  after: string
}

/** Longer bodies are compared line by line only: word for word would hold the window up. */
const longestWordByWord = 20_000

/**
 * The fields whose readable texts differ, word by word, and the body, line by line and then word by word.
 * @param fields every compared field but the body, in the order they are shown
 */
export function compareFields(
  fields: readonly FieldTexts[],
  before: Pick<Content, 'body'>,
  after: Pick<Content, 'body'>,
): ComparedField[] {
  const compared = fields
    .filter((field) => field.before !== field.after)
    .map(({ name, before: was, after: is }) => ({ name, runs: compareWords(was, is), remark: '' }))
  return [...compared, ...compareBodies(before.body, after.body)]
}

function compareBodies(before: Content['body'], after: Content['body']): ComparedField[] {
  if (canonicalJson(before) === canonicalJson(after)) return []
  const runs = compareLines(bodyLines(before), bodyLines(after))
  const sameWords = runs.every((run) => run.kind === 'skipped' || run.kind === 'same')
  return [
    {
      name: 'Body',
      runs: sameWords ? [] : runs,
      remark: sameWords ? 'The words are the same; formatting, links or pictures changed.' : '',
    },
  ]
}

/** Compares two short texts word by word. */
export function compareWords(before: string, after: string): ComparedRun[] {
  if (before.length + after.length > longestWordByWord) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return readable(
    diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

type TextRun = Exclude<ComparedRun, { kind: 'skipped' }>

/**
 * Joins changes that only a space or a short word parts: a rewritten sentence then reads as one that went and one
 * that came, not as their words in turn.
 */
function readable(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  let went = ''
  let came = ''
  const flush = (): void => {
    if (went !== '') joined.push({ kind: 'removed', text: went })
    if (came !== '') joined.push({ kind: 'added', text: came })
    went = ''
    came = ''
  }
  runs.forEach((run, index) => {
    const between = went + came !== '' && index < runs.length - 1
    const bridges = run.kind === 'same' && between && run.text.trim().length <= 3 && !run.text.includes('\n')
    if (run.kind === 'same' && !bridges) {
      flush()
      joined.push(run)
    } else {
      if (run.kind !== 'added') went += run.text
      if (run.kind !== 'removed') came += run.text
    }
  })
  flush()
  return joined
}

/** Compares two texts line by line, the changed lines word by word; unchanged lines are only counted. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedRun[] {
  const runs: ComparedRun[] = []
  let removed: string[] = []
  const flush = (added: string[]): void => {
    if (removed.length + added.length > 0) runs.push(...compareWords(asText(removed), asText(added)))
    removed = []
  }
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      removed = part.value
    } else if (part.added) {
      flush(part.value)
    } else {
      flush([])
      runs.push({ kind: 'skipped', lines: part.value.length })
    }
  }
  flush([])
  return runs
}

const asText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
