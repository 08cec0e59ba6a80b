import { describe, expect, it } from 'vitest'
import type { Suggestion, Thread } from '../../../../shared/review/remarks'
import { fieldRemarkWords, remarksOn } from './field-remarks'

const anchor = (from: number, quote: string, gone = false): Thread['anchor'] => ({
  place: { in: 'field', field: 'headline', from, to: from + quote.length },
  ...{ quote, before: '', after: '', gone },
})
const thread = (id: string, at: Thread['anchor']): Thread => ({
  ...{ id, anchor: at, blocking: false, comments: [], resolved: null },
})
const suggestion: Suggestion = {
  ...{ id: 's', by: 'x', at: '', anchor: anchor(0, 'Rain'), text: 'Snow', note: '', answer: null },
}

describe('remarks on a field', () => {
  const said = {
    threads: [thread('late', anchor(8, 'May')), thread('gone', anchor(2, 'in', true))],
    suggestions: [suggestion],
  }

  it('are those that are open and whose words are there, in the order of these', () => {
    expect(remarksOn(said, 'headline').map(({ id }) => id)).toEqual(['s', 'late'])
    expect(remarksOn(said, 'standfirst')).toEqual([])
  })

  it('are told with their words, or counted', () => {
    expect(fieldRemarkWords(remarksOn({ ...said, threads: [] }, 'headline'))).toBe('Suggestion on “Rain”')
    expect(fieldRemarkWords(remarksOn(said, 'headline'))).toBe('1 comment, 1 suggestion')
  })
})
