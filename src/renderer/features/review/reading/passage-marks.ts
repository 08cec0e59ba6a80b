import type { Article } from '../../../../shared/article/article'
import type { FieldPlace, Place } from '../../../../shared/checking/places'
import type { PlacedLine } from '../../../../shared/comparison/placed-lines'
import type { ReadRun } from '../../../../shared/comparison/read-article'

/** A remark that is shown in the text, by what it hangs on. */
export interface PassageMark {
  /** The thread's, suggestion's or claim's id. */
  id: string
  kind: 'comment' | 'suggestion' | 'claim' | 'wanted'
  place: Place
}

export const markNames: Record<PassageMark['kind'], string> = {
  comment: 'Comment',
  suggestion: 'Suggestion',
  claim: 'Claim',
  wanted: '',
}

/** The mark of a place that somebody asked to see. */
export const wantedMark = (place: Place): PassageMark => ({ id: 'wanted', kind: 'wanted', place })

/** What is still to be dealt with in an article, and the claims in it; what has lost its words is told of elsewhere. */
export function passageMarks({ review }: Pick<Article, 'review'>): PassageMark[] {
  const marked = (
    kind: PassageMark['kind'],
    all: readonly { id: string; anchor: Anchored }[],
  ): PassageMark[] =>
    all.flatMap(({ id, anchor: { place, gone } }) => (place === null || gone ? [] : [{ id, kind, place }]))
  return [
    ...marked(
      'comment',
      review.threads.filter(({ resolved }) => resolved === null),
    ),
    ...marked(
      'suggestion',
      review.suggestions.filter(({ answer }) => answer === null),
    ),
    ...marked('claim', review.claims),
  ]
}
type Anchored = Article['review']['threads'][number]['anchor']

/** A mark within one line, in letters of the line as it is now. */
export interface LineMark extends Pick<PassageMark, 'id' | 'kind'> {
  from: number
  to: number
}

/** The marks that touch a line of the body. */
export function marksInLine(
  { places, attribute, text }: PlacedLine,
  marks: readonly PassageMark[],
): LineMark[] {
  return marks.flatMap(({ id, kind, place }): LineMark[] => {
    if (place.in !== 'body' || (place.attribute ?? null) !== (attribute?.name ?? null)) return []
    if (attribute) return place.from === attribute.at ? [{ id, kind, from: 0, to: text.length }] : []
    const [first, last] = [places?.[0], places?.at(-1)]
    if (!places || first === undefined || last === undefined) return []
    if (place.to < first || place.from > last || (place.to === first && place.from < first)) return []
    const from = places.findIndex((at) => at >= place.from)
    const to = places.findIndex((at) => at >= place.to)
    return [{ id, kind, from, to: to < 0 ? text.length : to }]
  })
}

/** The marks on a field. */
export const marksInField = (
  field: FieldPlace | null,
  length: number,
  marks: readonly PassageMark[],
): LineMark[] =>
  marks.flatMap(({ id, kind, place }) =>
    place.in === 'field' && place.field === field
      ? [{ id, kind, from: place.from ?? 0, to: place.to ?? length }]
      : [],
  )

/** A part of a run over which the same marks lie. */
export interface Segment extends ReadRun {
  marks: LineMark[]
}

/** Runs cut where marks begin and end. */
export function segmentsOf(runs: readonly ReadRun[], marks: readonly LineMark[]): Segment[] {
  return runs.flatMap((run): Segment[] => {
    const { from, text } = run
    if (from === null) return [{ ...run, marks: [] }]
    const end = from + text.length
    const cuts = [from, ...marks.flatMap((mark) => [mark.from, mark.to]), end].filter(
      (cut) => cut >= from && cut <= end,
    )
    const edges = [...new Set(cuts)].sort((one, other) => one - other)
    return edges.slice(0, -1).map((start, index) => {
      const stop = edges[index + 1] ?? end
      const over = marks.filter((mark) => mark.from < stop && mark.to > start)
      return { ...run, from: start, text: text.slice(start - from, stop - from), marks: over }
    })
  })
}
