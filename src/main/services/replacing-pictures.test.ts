import { beforeEach, describe, expect, test } from 'vitest'
import type { Content } from '../../shared/article/content'
import { wordsInArticle } from '../../shared/media/picture-details'
import { addPicture } from './media'
import { describePicture } from './picture-details'
import { putPictureBack, replacePicture } from './replacing-pictures'
import { createSessions } from './sessions'
import {
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
  type Newsroom,
} from './testing/newsroom'

let newsroom: Newsroom
let old = ''
let other = ''
const window = createSessions().open(() => undefined, false)

beforeEach(async () => {
  newsroom = await openNewsroom()
  const add = async (text: string) => {
    const bytes = new TextEncoder().encode(text)
    return valueOf(await addPicture(newsroom.room, newsroom.editor, { name: `${text}.png`, bytes })).hash
  }
  old = await add('old')
  other = await add('other')
})

const showing = (media: string, headline: string): Content => ({
  ...completeContent(newsroom, headline),
  body: {
    type: 'doc',
    content: [
      {
        type: 'figure',
        attrs: { media, alt: 'Alt', decorative: false, caption: 'Caption', credit: '', width: 'text' },
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'It rose.' }] },
    ],
  },
})

/** A draft that shows the old picture. */
async function draftWith(headline: string): Promise<string> {
  const { article } = await draftArticle(newsroom, headline)
  await keep(newsroom, newsroom.editor, article.id, showing(old, headline))
  return article.id
}

const shownIn = async (id: string): Promise<unknown> => {
  const { content } = valueOf(await newsroom.room.library.articles.find(id))
  return content.body.content[0]
}

const replace = async (person = newsroom.editor, words: 'keep' | 'take' = 'keep') =>
  valueOf(await replacePicture(newsroom.room, person, { from: old, to: other, words }, window))

describe('replacing a picture everywhere', () => {
  test('makes a revision of each article, and keeps its words', async () => {
    const ids = [await draftWith('Flood'), await draftWith('Storm')]
    const { articles } = await replace()
    expect(articles.map(({ id, revision, remark }) => ({ id, revision, remark }))).toEqual(
      ids.map((id) => ({ id, revision: 4, remark: '' })),
    )
    for (const id of ids)
      expect(await shownIn(id)).toMatchObject({ attrs: { media: other, alt: 'Alt', caption: 'Caption' } })
    expect((await replace()).articles).toEqual([])
  })

  test('takes the other picture’s words where asked', async () => {
    const id = await draftWith('Flood')
    const changes = { alt: 'A gull', creator: 'Ann' }
    const { description } = valueOf(
      await describePicture(newsroom.room, newsroom.editor, { hash: other, changes }),
    )
    await replace(newsroom.editor, 'take')
    expect(await shownIn(id)).toMatchObject({ attrs: { media: other, ...wordsInArticle(description) } })
  })

  test('leaves what this person may not edit, with the reason, and reopens what was approved', async () => {
    const { editor, chief } = newsroom
    const submitted = await draftWith('Submitted')
    await make(newsroom, submitted, [editor, 'submit'])
    const approved = await draftWith('Approved')
    await make(newsroom, approved, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])

    const report = await replace(editor)
    const of = (id: string) => report.articles.find((one) => one.id === id)
    expect(of(submitted)).toMatchObject({ revision: null, remark: expect.stringContaining('submitted') })
    expect(await shownIn(submitted)).toMatchObject({ attrs: { media: old } })
    expect(of(approved)?.remark).toContain('reopened')

    const second = await replace(chief)
    expect(second.articles.map(({ id, revision }) => [id, revision !== null])).toEqual([[submitted, true]])
  })

  test('leaves what is being edited in another window', async () => {
    const id = await draftWith('Flood')
    const elsewhere = createSessions().open(() => undefined, false)
    elsewhere.person = newsroom.chief.id
    newsroom.room.locks.take(id, elsewhere, newsroom.chief.id)
    const { articles } = await replace()
    expect(articles[0]).toMatchObject({ revision: null, remark: expect.stringContaining('Cleo') })
    expect(await shownIn(id)).toMatchObject({ attrs: { media: old } })
  })

  test('is for editors and chiefs, and needs a picture that is kept', async () => {
    const { room, production, editor } = newsroom
    const wanted = { from: old, to: other, words: 'keep' as const }
    expect(refusalOf(await replacePicture(room, production, wanted, window))).toContain('not-allowed')
    const missing = { ...wanted, to: '0'.repeat(64) }
    expect(refusalOf(await replacePicture(room, editor, missing, window))).toContain('not-found')
  })
})

describe('putting a picture back', () => {
  const putBack = async (articles: { id: string; revision: number }[]) =>
    valueOf(await putPictureBack(newsroom.room, newsroom.editor, { from: old, to: other, articles }, window))

  test('makes every article say again what it said', async () => {
    const id = await draftWith('Flood')
    const before = valueOf(await newsroom.room.library.articles.find(id)).content
    await replace(newsroom.editor, 'take')
    const report = await putBack([{ id, revision: 4 }])
    expect(report.articles).toMatchObject([{ id, revision: 5 }])
    expect(valueOf(await newsroom.room.library.articles.find(id)).content).toEqual(before)
  })

  test('keeps what was written since', async () => {
    const id = await draftWith('Flood')
    await replace()
    const { content } = valueOf(await newsroom.room.library.articles.find(id))
    await keep(newsroom, newsroom.editor, id, { ...content, standfirst: 'Written since' })
    await putBack([{ id, revision: 4 }])
    expect(valueOf(await newsroom.room.library.articles.find(id)).content.standfirst).toBe('Written since')
    expect(await shownIn(id)).toMatchObject({ attrs: { media: old } })
  })

  test('leaves alone what nobody can tell apart any more', async () => {
    const { article } = await draftArticle(newsroom, 'Both')
    const [first] = showing(old, 'Both').body.content
    const [second] = showing(other, 'Both').body.content
    if (!first || !second) throw new Error('There are two figures')
    const both = { ...showing(old, 'Both'), body: { type: 'doc' as const, content: [first, second] } }
    await keep(newsroom, newsroom.editor, article.id, both)
    await replace()
    const { content } = valueOf(await newsroom.room.library.articles.find(article.id))
    await keep(newsroom, newsroom.editor, article.id, { ...content, standfirst: 'Since' })
    const report = await putBack([{ id: article.id, revision: 4 }])
    expect(report.articles[0]).toMatchObject({ revision: null, remark: expect.stringContaining('by hand') })
  })
})
