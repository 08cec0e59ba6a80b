import { inject, provide, type InjectionKey } from 'vue'
import type { FieldPlace } from '../../../../shared/checking/places'
import type { Remarks } from '../../../../shared/review/carry-anchors'

/** An open remark on words of a field, or on the field as a whole: then without a quote. */
interface FieldRemark {
  id: string
  kind: 'comment' | 'suggestion'
  quote: string
}

interface FieldRemarks {
  /** Those on one field, in the order of its words. */
  on: (field: FieldPlace) => FieldRemark[]
  open: (id: string) => void
}

/** The open remarks on one field whose words are there, in the order of those. */
export function remarksOn(
  { threads, suggestions }: Pick<Remarks, 'threads' | 'suggestions'>,
  field: FieldPlace,
) {
  const all = [
    ...threads.filter(({ resolved }) => !resolved).map((one) => ({ ...one, kind: 'comment' as const })),
    ...suggestions.filter(({ answer }) => !answer).map((one) => ({ ...one, kind: 'suggestion' as const })),
  ]
  return all
    .flatMap(({ id, kind, anchor: { place, quote, gone } }): (FieldRemark & { from: number })[] =>
      place?.in === 'field' && place.field === field && !gone
        ? [{ id, kind, quote, from: place.from ?? 0 }]
        : [],
    )
    .toSorted((one, other) => one.from - other.from)
}

/** What a field says of the remarks on it. */
export function fieldRemarkWords(remarks: readonly FieldRemark[]): string {
  const [first, ...others] = remarks
  if (first && others.length === 0) {
    const kind = first.kind === 'comment' ? 'Comment' : 'Suggestion'
    return first.quote === '' ? kind : `${kind} on “${first.quote}”`
  }
  const counted = (['comment', 'suggestion'] as const).flatMap((kind) => {
    const count = remarks.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`]
  })
  return counted.join(', ')
}

const key: InjectionKey<FieldRemarks> = Symbol('field remarks')

/** Lets the fields below show what was said about them. */
export const provideFieldRemarks = (remarks: FieldRemarks): void => provide(key, remarks)

/** What was said about fields of the article that is written; nothing outside of it. */
export const useFieldRemarks = (): FieldRemarks => inject(key, { on: () => [], open: () => undefined })
