import { describe, expect, it } from 'vitest'
import { deskNotes, emptyContent } from '../../shared/article/content'
import { templateContentFrom, type TemplateContent } from '../../shared/article/template'
import { createArticle } from './articles'
import { bodyOf, make, openNewsroom, refusalOf, valueOf } from './testing/newsroom'
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from './templates'

const report: TemplateContent = {
  ...templateContentFrom(emptyContent('en'), []),
  headline: 'Flood report',
  body: bodyOf('At a glance', 'TK'),
  tags: ['flood'],
  category: 'news',
  type: 'brief',
  words: 200,
}

describe('templates', () => {
  it('are saved by desk chiefs, listed by name, and begin new articles', async () => {
    const { room, chief, editor, events } = await openNewsroom()
    valueOf(await saveTemplate(room, chief, { id: null, name: 'Results', content: report }))
    const { id } = valueOf(
      await saveTemplate(room, chief, { id: null, name: 'Alert', content: report }),
    ).template
    expect(events).toContainEqual({ name: 'library.changed', event: { what: 'templates' } })
    const listed = valueOf(await listTemplates(room, editor))
    expect(listed.map(({ name, type, by }) => [name, type, by])).toEqual([
      ['Alert', 'Brief', 'Cleo'],
      ['Results', 'Brief', 'Cleo'],
    ])

    const first = valueOf(await createArticle(room, editor, { template: id })).article
    const second = valueOf(await createArticle(room, editor, { template: id, type: 'feature' })).article
    expect(first.content).toMatchObject({ headline: 'Flood report', tags: ['flood'], category: 'news' })
    expect(first.derived.words).toBe(4)
    expect(deskNotes(first.content)).toMatchObject({ type: 'brief', words: 200 })
    expect(deskNotes(second.content).type).toBe('feature')
    expect([first.content.slug.text, second.content.slug.text]).toEqual(['flood-report', 'flood-report-2'])
    expect(first.review.changedBy).toEqual([editor.id])
  })

  it('leave the category open where it is gone', async () => {
    const { room, chief } = await openNewsroom()
    const content = { ...report, category: 'gone' }
    const { id } = valueOf(await saveTemplate(room, chief, { id: null, name: 'Old', content })).template
    expect(valueOf(await createArticle(room, chief, { template: id })).article.content.category).toBeNull()
  })

  it('are renamed, removed and put back', async () => {
    const { room, chief } = await openNewsroom()
    const { id } = valueOf(
      await saveTemplate(room, chief, { id: null, name: 'Alert', content: report }),
    ).template
    valueOf(await renameTemplate(room, chief, { id, name: 'Warning' }))
    const removed = valueOf(await removeTemplate(room, chief, { id }))
    expect(refusalOf(await createArticle(room, chief, { template: id }))).toContain('"what":"template"')
    const { name, content } = removed
    const back = valueOf(await saveTemplate(room, chief, { id, name, content }))
    expect(back).toMatchObject({ template: { id }, before: null })
    const over = valueOf(await saveTemplate(room, chief, { id, name, content: { ...content, tags: [] } }))
    expect(over.before?.content.tags).toEqual(['flood'])
    expect(valueOf(await listTemplates(room, chief)).map((one) => one.name)).toEqual(['Warning'])
  })

  it('never share a name, and are not for editors', async () => {
    const { room, chief, editor } = await openNewsroom()
    valueOf(await saveTemplate(room, chief, { id: null, name: 'Alert', content: report }))
    const other = valueOf(
      await saveTemplate(room, chief, { id: null, name: 'Results', content: report }),
    ).template
    expect(
      refusalOf(await saveTemplate(room, chief, { id: null, name: 'ALERT ', content: report })),
    ).toContain('invalid-input')
    expect(refusalOf(await renameTemplate(room, chief, { id: other.id, name: 'alert' }))).toContain(
      'invalid-input',
    )
    expect(refusalOf(await removeTemplate(room, editor, { id: other.id }))).toContain('not-allowed')
  })

  it('give an article that its type can hold back', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, editor, admin } = newsroom
    const { id } = valueOf(
      await saveTemplate(room, chief, { id: null, name: 'Alert', content: report }),
    ).template
    const { article } = valueOf(await createArticle(room, editor, { template: id }))
    await expect(make(newsroom, article.id, [editor, 'submit'])).rejects.toThrow('No author is chosen.')
    expect(admin.role).toBe('admin')
  })
})
