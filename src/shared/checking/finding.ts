import { z } from 'zod'

/** `must` has to be mended, `should` usually is, a `hint` is worth a look. */
export const severitySchema = z.enum(['must', 'should', 'hint'])
export type Severity = z.infer<typeof severitySchema>

export type FindingKind = 'spelling' | 'style' | 'placeholder'

/** Something found in a text. `from` and `to` count UTF-16 units from the text's start. */
export interface Finding {
  kind: FindingKind
  /** The style rule's id, or `spelling`, or `placeholder`. */
  rule: string
  severity: Severity
  message: string
  from: number
  to: number
  /** The words it was found in. */
  text: string
  /** What may stand there instead, the best first. Misspelt words get theirs when they are asked for. */
  replacements: readonly string[]
}

export const spellingRule = 'spelling'
export const placeholderRule = 'placeholder'

/** In reading order; what begins together stands with the longest first. */
export const inReadingOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => one.from - other.from || other.to - one.to)
