import { describe, expect, it } from 'vitest'
import { emptyContent } from './content'
import { articleFacts, type FactContext } from './facts'

const context: FactContext = {
  authorName: (id) => `author ${id}`,
  categoryName: (id) => `category ${id}`,
  moment: (at) => `at ${at}`,
}
const empty = { content: emptyContent('en'), derived: { minutes: 1 }, publishedAt: null }
const valueOf = (name: string, source = empty) =>
  articleFacts(source, context).find((fact) => fact.name === name)?.value

describe('the facts of an article', () => {
  it('shows both read times when one was set by hand', () => {
    const by = '01J00000000000000000000000'
    const overridden = {
      ...empty,
      content: { ...empty.content, readTime: { minutes: 5, by, at: '2026-01-01T00:00:00.000Z' } },
    }
    expect(valueOf('Read time', overridden)).toBe('5 minutes, set by hand (computed: 1 minute)')
    expect(valueOf('Read time')).toBe('1 minute, computed')
  })

  it('tells where a publish time comes from', () => {
    expect(valueOf('Publish time')).toBe('When it is approved')
    const approved = { ...empty, publishedAt: '2026-01-01T00:00:00.000Z' as string | null }
    expect(valueOf('Publish time', approved as typeof empty)).toMatch(/filled in by the approval/)
  })

  it('says that a thumbnail is missing', () => {
    expect(valueOf('Thumbnail')).toBe('')
    expect(valueOf('Thumbnail alt text')).toBeUndefined()
  })
})
