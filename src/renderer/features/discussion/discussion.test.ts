import { describe, expect, it } from 'vitest'
import { wholeArticle, type Anchor } from '../../../shared/review/anchor'
import type { Suggestion, Thread } from '../../../shared/review/remarks'
import { fakeId } from '../../testing/fake-galley'
import { mentionsIn, namesLike, typedName } from './mentions'
import { countOpen, idOf, remarksOf } from './remark-list'

const people = [
  { id: fakeId(1), name: 'Edith Larsen' },
  { id: fakeId(2), name: 'Lars Berg' },
]

describe('calling on people', () => {
  it('offers names for what is typed after an @ that begins a word', () => {
    expect(typedName('Ask @lar', 8)).toEqual({ from: 4, typed: 'lar' })
    expect(typedName('me@lar', 6)).toBeNull()
    expect(namesLike(people, 'lar').map(({ name }) => name)).toEqual(['Edith Larsen', 'Lars Berg'])
    expect(namesLike(people, 'edith l')).toHaveLength(1)
  })

  it('takes whole names for mentions', () => {
    expect(mentionsIn('@Lars Berg, look', people)).toEqual([fakeId(2)])
    expect(mentionsIn('@Lars, look', people)).toEqual([])
  })
})

describe('the list of remarks', () => {
  const at = (from: number): Anchor => ({
    ...wholeArticle,
    place: { in: 'body', attribute: null, from, to: from + 1 },
  })
  const thread = (id: string, anchor: Anchor, isResolved = false): Thread => ({
    ...{ id, anchor, blocking: false, comments: [] },
    resolved: isResolved ? { by: fakeId(1), at: '2026-03-01T09:00:00Z' } : null,
  })
  const suggestion: Suggestion = {
    ...{ id: 'suggestion', by: fakeId(1), at: '2026-03-01T09:00:00Z', anchor: at(5), text: 'x', note: '' },
    answer: null,
  }
  const said = {
    threads: [thread('late', at(9)), thread('whole', wholeArticle), thread('settled', at(1), true)],
    suggestions: [suggestion],
  }

  it('is in the order of reading and leaves out what is settled, until all is asked for', () => {
    expect(remarksOf(said, 'open').map(idOf)).toEqual(['whole', 'suggestion', 'late'])
    expect(remarksOf(said, 'all').map(idOf)).toEqual(['whole', 'settled', 'suggestion', 'late'])
    expect(countOpen(said)).toBe(3)
  })
})
