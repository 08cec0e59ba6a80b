import { diffArrays } from 'diff'
import { linkedArticle } from '../article/address'
import type { Inline, Mark } from '../article/body'
import { joinInlines, readableInlines } from './inlines'
import { wordUnits } from './words'

/** A stretch of compared text. `how` says in words what became of its formatting. */
export type TextRun =
  { kind: 'same' | 'added' | 'removed'; text: string } | { kind: 'restyled'; text: string; how: string }

/** Beyond so many words that came and went, two texts have nothing to do with each other. */
const mostEdits = 4000

/** Compares two plain texts word by word. */
export const compareText = (before: string, after: string): TextRun[] =>
  compareInlines(asInlines(before), asInlines(after))

const asInlines = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])

/** Compares two lines of inline content: words that came and went, and formatting and links that changed. */
export function compareInlines(before: readonly Inline[], after: readonly Inline[]): TextRun[] {
  const [was, is] = [unitsOf(before), unitsOf(after)]
  const parts = diffArrays(
    was.map(({ text }) => text),
    is.map(({ text }) => text),
    { maxEditLength: mostEdits },
  ) as ReturnType<typeof diffArrays<string>> | undefined
  if (!parts) return readable([...runsOf('removed', was), ...runsOf('added', is)])
  const runs: TextRun[] = []
  let [nextBefore, nextAfter] = [0, 0]
  for (const { added, removed, value } of parts) {
    const old = was.slice(nextBefore, nextBefore + (added ? 0 : value.length))
    const now = is.slice(nextAfter, nextAfter + (removed ? 0 : value.length))
    if (added) runs.push(...runsOf('added', now))
    else if (removed) runs.push(...runsOf('removed', old))
    else now.forEach((unit, index) => runs.push(unchanged(old[index] ?? unit, unit)))
    nextBefore += old.length
    nextAfter += now.length
  }
  return readable(joinAlike(runs))
}

/** One word, and how it is set. */
interface Unit {
  text: string
  /** In words: `bold`, `linked to https://…`. */
  marks: ReadonlySet<string>
  /** Equal for units that are set the same, letter by letter. */
  style: string
}

function unitsOf(content: readonly Inline[]): Unit[] {
  const parts = joinInlines([content]).map((node) => ({
    text: readableInlines([node]),
    marks: (node.marks ?? []).map(markWords),
  }))
  let part = 0
  let used = 0
  return wordUnits(parts.map(({ text }) => text).join('')).map((text) => {
    const marks = new Set<string>()
    const style: string[] = []
    for (let left = text.length; left > 0 && part < parts.length;) {
      const here = parts[part]
      const taken = Math.min(left, (here?.text.length ?? 0) - used)
      if (taken > 0) style.push(`${taken}:${here?.marks.toSorted().join('+')}`)
      if (taken > 0) here?.marks.forEach((mark) => marks.add(mark))
      left -= taken
      used += taken
      if (used >= (here?.text.length ?? 0)) [part, used] = [part + 1, 0]
    }
    return { text, marks, style: style.join(' ') }
  })
}

const markNames = {
  bold: 'bold',
  italic: 'italic',
  strike: 'struck through',
  subscript: 'subscript',
  superscript: 'superscript',
}
const markWords = (mark: Mark): string =>
  mark.type === 'link' ? `linked to ${destination(mark.attrs.href)}` : markNames[mark.type]
const destination = (href: string): string =>
  linkedArticle(href) === null ? href : 'an article of the library'

const runsOf = (kind: 'added' | 'removed', units: readonly Unit[]): TextRun[] =>
  units.length === 0 ? [] : [{ kind, text: units.map(({ text }) => text).join('') }]

function unchanged(before: Unit, after: Unit): TextRun {
  if (before.style === after.style) return { kind: 'same', text: after.text }
  const gained = [...after.marks].filter((mark) => !before.marks.has(mark)).map((mark) => `now ${mark}`)
  const lost = [...before.marks].filter((mark) => !after.marks.has(mark)).map((mark) => `no longer ${mark}`)
  const how = [...gained, ...lost].join(', ') || 'set differently'
  return { kind: 'restyled', text: after.text, how }
}

function joinAlike(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const alike = last?.kind === run.kind && (run.kind !== 'restyled' || howOf(last) === run.how)
    if (last && alike) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

const howOf = (run: TextRun): string => (run.kind === 'restyled' ? run.how : '')

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
    const next = runs[index + 1]?.kind
    const between = went + came !== '' && (next === 'added' || next === 'removed')
    const bridges = run.kind === 'same' && between && run.text.trim().length <= 3 && !run.text.includes('\n')
    if (run.kind === 'restyled' || (run.kind === 'same' && !bridges)) {
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
