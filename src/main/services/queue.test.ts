import { describe, expect, it } from 'vitest'
import { readHistory } from './articles'
import { claimReview, giveReviewBack, handOverReview, moveArticles, planArticle } from './queue'
import { draftArticle, make, openNewsroom, refusalOf, valueOf, type Newsroom } from './testing/newsroom'

async function submitted(newsroom: Newsroom, headline = 'Flood'): Promise<string> {
  const { article } = await draftArticle(newsroom, headline)
  await make(newsroom, article.id, [newsroom.editor, 'submit'])
  return article.id
}

const assigneeOf = async ({ room }: Newsroom, id: string): Promise<string | null> =>
  valueOf(await room.library.articles.find(id)).review.assignee

describe('who has a review', () => {
  it('takes it, hands it over and gives it back, each with a row in the log', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, otherChief } = newsroom
    const id = await submitted(newsroom)
    expect(valueOf(await claimReview(room, chief, { id })).article.review.assignee).toBe(chief.id)
    valueOf(await handOverReview(room, chief, { id, to: otherChief.id, note: ' I am off home ' }))
    valueOf(await giveReviewBack(room, otherChief, { id }))
    expect(await assigneeOf(newsroom, id)).toBeNull()
    expect(valueOf(await readHistory(room, null, { id })).slice(-3)).toMatchObject([
      { action: 'took the review of', by: 'Cleo', from: '', to: 'Cleo' },
      { action: 'handed over the review of', by: 'Cleo', from: 'Cleo', to: 'Conrad', note: 'I am off home' },
      { action: 'gave back the review of', by: 'Conrad', from: 'Conrad', to: '' },
    ])
  })

  it('taking what one has leaves no row', async () => {
    const newsroom = await openNewsroom()
    const { room, chief } = newsroom
    const id = await submitted(newsroom)
    valueOf(await claimReview(room, chief, { id }))
    const rows = valueOf(await readHistory(room, null, { id })).length
    valueOf(await claimReview(room, chief, { id }))
    expect(valueOf(await readHistory(room, null, { id }))).toHaveLength(rows)
  })

  it('takes it from the one who was seen to have it, and from nobody else', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, otherChief, admin } = newsroom
    const id = await submitted(newsroom)
    valueOf(await claimReview(room, chief, { id }))
    expect(refusalOf(await claimReview(room, otherChief, { id }))).toContain('Cleo has it.')
    expect(refusalOf(await claimReview(room, otherChief, { id, from: admin.id }))).toContain('Cleo has it.')
    valueOf(await claimReview(room, otherChief, { id, from: chief.id }))
    expect(await assigneeOf(newsroom, id)).toBe(otherChief.id)
    expect(refusalOf(await giveReviewBack(room, chief, { id }))).toContain('Conrad has it')
  })

  it('refuses who may not review, who left, and what nobody can review', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, otherChief, production } = newsroom
    const id = await submitted(newsroom)
    expect(refusalOf(await claimReview(room, editor, { id }))).toContain('not-allowed')
    expect(refusalOf(await planArticle(room, production, { id, priority: 'high' }))).toContain('not-allowed')
    const to = (person: { id: string }) => handOverReview(room, chief, { id, to: person.id, note: '' })
    expect(refusalOf(await to(editor))).toContain('Edda is editor')
    expect(refusalOf(await to({ id: '01J00000000000000000000000' }))).toContain('not-found')
    valueOf(await to(otherChief))
    expect(refusalOf(await to(otherChief))).toContain('Conrad has it already.')
    await room.library.people.change((people) => ({
      ok: true,
      value: {
        next: people.map((one) => (one.id === otherChief.id ? { ...one, disabled: true } : one)),
        value: null,
      },
    }))
    expect(refusalOf(await to(otherChief))).toContain('no longer signs in')
    const draft = await draftArticle(newsroom)
    expect(refusalOf(await claimReview(room, chief, { id: draft.article.id }))).toContain('while it is draft')
  })

  it('comes with starting a review, and goes with approving and spiking', async () => {
    const newsroom = await openNewsroom()
    const { editor, chief, otherChief } = newsroom
    const id = await submitted(newsroom)
    await make(newsroom, id, [chief, 'start-review'])
    expect(await assigneeOf(newsroom, id)).toBe(chief.id)
    await make(newsroom, id, [otherChief, 'request-changes', 'Shorter'], [editor, 'submit'])
    await make(newsroom, id, [otherChief, 'start-review'])
    expect(await assigneeOf(newsroom, id)).toBe(chief.id)
    await make(newsroom, id, [otherChief, 'approve'])
    expect(await assigneeOf(newsroom, id)).toBeNull()
    const other = await submitted(newsroom)
    await make(newsroom, other, [chief, 'start-review'], [chief, 'spike'])
    expect(await assigneeOf(newsroom, other)).toBeNull()
  })
})

describe('planning', () => {
  it('sets what is given, leaves the rest, and says it in the site’s time', async () => {
    const newsroom = await openNewsroom()
    const { room, chief } = newsroom
    const id = await submitted(newsroom)
    await room.library.settings.change((now) => ({
      ok: true,
      value: { next: { ...now, site: { ...now.site, timeZone: 'Europe/Paris' } }, value: null },
    }))
    valueOf(await planArticle(room, chief, { id, due: '2026-03-29T01:30:00.000Z' }))
    const planned = valueOf(await planArticle(room, chief, { id, priority: 'urgent' }))
    expect(planned.article.review).toMatchObject({ priority: 'urgent', due: '2026-03-29T01:30:00.000Z' })
    expect(valueOf(await readHistory(room, null, { id })).slice(-2)).toMatchObject([
      { action: 'planned', from: 'normal', to: 'normal, due 2026-03-29T03:30:00+02:00' },
      { to: 'urgent, due 2026-03-29T03:30:00+02:00' },
    ])
    valueOf(await planArticle(room, chief, { id, due: null }))
    await make(newsroom, id, [chief, 'spike'])
    expect(refusalOf(await planArticle(room, chief, { id, priority: 'high' }))).toContain('It is spiked')
  })
})

describe('moving several articles', () => {
  it('tells what became of each, with the reasons; the others go on', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, events } = newsroom
    const [one, two] = [await submitted(newsroom, 'One'), await submitted(newsroom, 'Two')]
    const draft = (await draftArticle(newsroom, 'Draft')).article.id
    const gone = '01J00000000000000000000000'
    const ids = [one, draft, gone, two, one]
    const report = valueOf(await moveArticles(room, chief, { ids, move: 'start-review', note: '' }))
    expect(report).toMatchObject([
      { headline: 'One', refused: null },
      { headline: 'Draft', refused: 'Start review is not possible while the article is draft.' },
      { headline: '', refused: expect.stringContaining('There is no article') },
      { headline: 'Two', refused: null },
    ])
    expect(await assigneeOf(newsroom, two)).toBe(chief.id)
    const told = events.filter(({ name }) => name === 'queue.progress').map(({ event }) => event)
    expect(told.at(-1)).toEqual({ done: 3, total: 4 })
  })

  it('needs a note where one article would', async () => {
    const newsroom = await openNewsroom()
    const id = await submitted(newsroom)
    const wanted = { ids: [id], move: 'hold' as const, note: '' }
    expect(valueOf(await moveArticles(newsroom.room, newsroom.chief, wanted))).toMatchObject([
      { refused: 'A note is needed.' },
    ])
  })
})
