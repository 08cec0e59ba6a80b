import { expect, it } from 'vitest'
import { changesSince } from './changes-since'
import { bodyOf, draftArticle, keep, openNewsroom, valueOf } from './testing/newsroom'

it('tells who brought which words and fields since a revision', async () => {
  const newsroom = await openNewsroom()
  const { room, editor, chief } = newsroom
  const { article } = await draftArticle(newsroom)
  const { id, revision, content } = article
  const body = bodyOf('Once upon a cold time.')
  await keep(newsroom, editor, id, { ...content, body: bodyOf('Once upon a cold') })
  await keep(newsroom, editor, id, { ...content, body })
  await keep(newsroom, chief, id, {
    ...content,
    body: bodyOf('Once upon a cold time, then.'),
    dateline: 'Here',
  })

  const changes = valueOf(await changesSince(room, chief, { id, revision }))
  expect(changes.before.revision).toBe(revision)
  expect(changes.versions.map(({ revision: number, by }) => [number, by])).toEqual([
    [revision + 2, 'Edda'],
    [revision + 3, 'Cleo'],
  ])
  const now = 'Once upon a cold time, then.'
  expect(changes.came.map(({ from, to, version }) => [now.slice(from, to).trim(), version])).toEqual([
    ['cold', 1],
    [', then', 2],
  ])
  expect(changes.fields).toEqual({ dateline: 2 })
})

it('says that a revision is not there', async () => {
  const newsroom = await openNewsroom()
  const { article } = await draftArticle(newsroom)
  const asked = await changesSince(newsroom.room, newsroom.editor, { id: article.id, revision: 99 })
  expect(asked).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
