import type { DeskNotes, IgnoredFinding } from '../article/content'
import type { Finding } from './finding'

/** Whether a finding was ignored: the same rule in the same words, wherever they stand in the article. */
export const isIgnored = (
  { rule, text }: Pick<Finding, 'rule' | 'text'>,
  ignored: DeskNotes['ignored'],
): boolean => ignored.some((one) => one.rule === rule && one.text === text)

/** The notes with a finding ignored; a reason given before is replaced. */
export const withIgnored = (notes: DeskNotes, finding: IgnoredFinding): DeskNotes => ({
  ...notes,
  ignored: [...withoutIgnored(notes, finding).ignored, finding],
})

/** The notes with a finding looked for again. */
export const withoutIgnored = (
  notes: DeskNotes,
  { rule, text }: Pick<Finding, 'rule' | 'text'>,
): DeskNotes => ({
  ...notes,
  ignored: notes.ignored.filter((one) => one.rule !== rule || one.text !== text),
})
