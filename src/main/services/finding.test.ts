import { describe, expect, it } from 'vitest'
import type { Sought } from '../../shared/find/finder'
import { findInLibrary, replaceInLibrary } from './finding'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'

const sought = (text: string, more: Partial<Sought> = {}): Sought => ({
  text,
  regex: false,
  wholeWord: false,
  matchCase: false,
  ...more,
})
const window = { person: null, tell: () => undefined }

describe('finding in the library', () => {
  it('tells each article with its count and the first places', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom, 'Ferry prices')
    const content = completeContent(newsroom, 'Ferry prices')
    await keep(newsroom, newsroom.editor, article.id, {
      ...content,
      body: bodyOf('The ferry.', 'A ferry, the ferries.'),
    })
    await draftArticle(newsroom, 'Football')
    const found = valueOf(
      await findInLibrary(newsroom.room, null, { sought: sought('ferry', { wholeWord: true }) }),
    )
    expect(found).toMatchObject({
      searched: 2,
      unread: [],
      articles: [{ headline: 'Ferry prices', count: 3 }],
    })
    expect(found.articles[0]?.excerpts[1]).toEqual({ before: 'The ', match: 'ferry', after: '.' })
  })

  it('says why an expression cannot be read', async () => {
    const { room } = await openNewsroom()
    expect(refusalOf(await findInLibrary(room, null, { sought: sought('(', { regex: true }) }))).toContain(
      'The expression cannot be read',
    )
  })
})

describe('replacing in the library', () => {
  it('keeps each article as a new revision and names what it leaves, with the reason', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const draft = await draftArticle(newsroom, 'Flood in the valley')
    const submitted = await draftArticle(newsroom, 'Flood on the coast')
    await make(newsroom, submitted.article.id, [editor, 'submit'])
    const approved = await approvedArticle(newsroom, 'Flood of letters')
    const locked = await draftArticle(newsroom, 'Flood of mail')
    const other = { person: chief.id, tell: () => undefined }
    room.locks.take(locked.article.id, other, chief.id)
    const ids = [draft, submitted, approved, locked].map(({ article }) => article.id)

    const report = valueOf(
      await replaceInLibrary(room, editor, { ids, sought: sought('flood'), replacement: 'Deluge' }, window),
    )
    expect(report.map(({ revision }) => revision)).toEqual([
      draft.article.revision + 1,
      null,
      approved.article.revision + 1,
      null,
    ])
    expect(report[1]?.remark).toMatch(/submitted/)
    expect(report[2]?.remark).toMatch(/reopened/)
    expect(report[3]?.remark).toContain(chief.name)
    expect(valueOf(await room.library.articles.find(draft.article.id)).content.headline).toBe(
      'Deluge in the valley',
    )
    expect(valueOf(await room.library.articles.find(locked.article.id)).content.headline).toBe(
      'Flood of mail',
    )
  })

  it('leaves an article that would become longer than the library takes, and goes on', async () => {
    const newsroom = await openNewsroom()
    const [one, two] = [await draftArticle(newsroom, 'Flood flood'), await draftArticle(newsroom, 'Flood')]
    const wanted = {
      ids: [one.article.id, two.article.id],
      sought: sought('flood'),
      replacement: 'x'.repeat(6000),
    }
    const report = valueOf(await replaceInLibrary(newsroom.room, newsroom.editor, wanted, window))
    expect(report).toMatchObject([
      { revision: null, remark: 'Its headline would become longer than Galley takes.' },
      { revision: two.article.revision + 1 },
    ])
  })

  it('is for editors and desk chiefs', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const wanted = { ids: [article.id], sought: sought('flood'), replacement: '' }
    expect(refusalOf(await replaceInLibrary(newsroom.room, newsroom.production, wanted, window))).toContain(
      'not-allowed',
    )
  })
})
