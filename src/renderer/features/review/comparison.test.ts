import { describe, expect, it } from 'vitest'
import { emptyContent, type Content } from '../../../shared/article/content'
import { compareFields, compareLines, compareWords } from './comparison'

const withBody = (...lines: string[]): Pick<Content, 'body'> => ({
  body: {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
})

describe('comparing two texts', () => {
  it('marks the words that came and went', () => {
    expect(compareWords('The river rose', 'The river fell')).toEqual([
      { kind: 'same', text: 'The river ' },
      { kind: 'removed', text: 'rose' },
      { kind: 'added', text: 'fell' },
    ])
  })

  it('shows a rewritten sentence whole, not its words in turn', () => {
    expect(compareWords('and left the lower town dark', 'but spared the upper town, dark')).toEqual([
      { kind: 'removed', text: 'and left the lower' },
      { kind: 'added', text: 'but spared the upper' },
      { kind: 'same', text: ' town' },
      { kind: 'added', text: ',' },
      { kind: 'same', text: ' dark' },
    ])
  })

  it('only counts the lines that stayed', () => {
    const runs = compareLines(['one', 'two', 'three', 'four'], ['one', 'two', 'tree', 'four'])
    expect(runs[0]).toEqual({ kind: 'skipped', lines: 2 })
    expect(runs.at(-1)).toEqual({ kind: 'skipped', lines: 1 })
    expect(runs).toContainEqual({ kind: 'added', text: 'tree' })
  })

  it('shows a line that was taken away at the end', () => {
    expect(compareLines(['one', 'two'], ['one'])).toEqual([
      { kind: 'skipped', lines: 1 },
      { kind: 'removed', text: 'two\n' },
    ])
  })

  it('leaves out fields that are the same', () => {
    const fields = [
      { name: 'Headline', before: 'Flood', after: 'Floods' },
      { name: 'Slug', before: 'flood', after: 'flood' },
    ]
    const compared = compareFields(fields, withBody('same'), withBody('same'))
    expect(compared.map((field) => field.name)).toEqual(['Headline'])
  })

  it('says so when only the formatting of the body changed', () => {
    const bold: Pick<Content, 'body'> = {
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'same', marks: [{ type: 'bold' }] }] },
        ],
      },
    }
    const [body] = compareFields([], withBody('same'), bold)
    expect(body?.runs).toEqual([])
    expect(body?.remark).toMatch(/formatting/)
  })

  it('finds nothing between equal articles', () => {
    expect(compareFields([], emptyContent('en'), emptyContent('en'))).toEqual([])
  })
})
