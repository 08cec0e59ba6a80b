import { describe, expect, it } from 'vitest'
import { emptyFront, pin, type Front } from '../../shared/site/front'
import { arrangeFront, findForFront, showFront } from './front'
import { previewLists } from './preview-lists'
import { createPublishing } from './publishing'
import { noMemory, type ExportMemory } from './publishing-ports'
import { readRecord } from './record'
import { approvedArticle, draftArticle, make, openNewsroom, refusalOf, valueOf } from './testing/newsroom'
import { writerToNowhere } from './testing/writer-to-nowhere'

const lead = (id: string): Front => pin(emptyFront, id, { in: 'lead' })

describe('the front page', () => {
  it('is arranged by desk chiefs, production and admins, and the record has it', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, production, admin, events } = newsroom
    const { article } = await approvedArticle(newsroom, 'Flood')
    const wanted = { front: lead(article.id), was: emptyFront }
    expect(refusalOf(await arrangeFront(room, editor, wanted))).toContain('not-allowed')
    expect(valueOf(await showFront(room, editor)).front).toEqual(emptyFront)

    const view = valueOf(await arrangeFront(room, chief, wanted))
    expect(view).toEqual({
      front: lead(article.id),
      pins: [{ id: article.id, headline: 'Flood', category: 'News', out: '' }],
    })
    expect(events.at(-1)).toEqual({ name: 'library.changed', event: { what: 'settings' } })
    const back = { front: emptyFront, was: lead(article.id) }
    valueOf(await arrangeFront(room, production, back))
    valueOf(await arrangeFront(room, admin, wanted))
    const record = JSON.stringify(valueOf(await readRecord(room, admin, { id: null })))
    expect(record).toContain('arranged the front page')
    expect(record).toContain('Lead: “Flood”')
    expect(record).toContain('Lead: nothing')
  })

  it('is not written over what somebody else arranged meanwhile', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, production } = newsroom
    const one = (await approvedArticle(newsroom, 'One')).article
    const other = (await approvedArticle(newsroom, 'Other')).article
    valueOf(await arrangeFront(room, chief, { front: lead(one.id), was: emptyFront }))
    const late = await arrangeFront(room, production, { front: lead(other.id), was: emptyFront })
    expect(refusalOf(late)).toContain('meanwhile')
    expect(valueOf(await showFront(room, chief)).front.lead).toBe(one.id)
  })

  it('takes no article that there is none of, and drops sections that are gone', async () => {
    const { room, chief } = await openNewsroom()
    const nobody = '01J00000000000000000000001'
    const strange = await arrangeFront(room, chief, { front: lead(nobody), was: emptyFront })
    expect(refusalOf(strange)).toContain('not-found')
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    const front = pin(emptyFront, article.id, { in: 'section', category: 'long-gone' })
    const view = valueOf(await arrangeFront(newsroom.room, newsroom.chief, { front, was: emptyFront }))
    expect(view.front).toEqual(emptyFront)
  })

  it('says why a pinned article falls out, and the export says it too', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, production } = newsroom
    const { article } = await approvedArticle(newsroom, 'Flood')
    const draft = (await draftArticle(newsroom, 'Not yet')).article
    const front = pin(lead(article.id), draft.id, { in: 'secondary' })
    const view = valueOf(await arrangeFront(room, chief, { front, was: emptyFront }))
    expect(view.pins.map(({ out }) => out)).toEqual(['', 'It was never approved.'])
    const publishing = createPublishing(writerToNowhere)
    const first = valueOf(await publishing.exportSite(room, production, { folder: '/site' }))
    expect(first.report.warnings.join(' ')).toContain('“Not yet” is pinned')
    await make(newsroom, article.id, [chief, 'withdraw', 'It was wrong.'])
    const after = valueOf(await showFront(room, chief))
    expect(after.pins[0]?.out).toBe('It was withdrawn.')
    const second = valueOf(await publishing.exportSite(room, production, { folder: '/site' }))
    expect(second.report.warnings.join(' ')).toContain('“Flood” is pinned')
  })

  it('offers what is on the site or approved and not pinned yet', async () => {
    const newsroom = await openNewsroom()
    const { room, chief } = newsroom
    const flood = (await approvedArticle(newsroom, 'Flood in the valley')).article
    await approvedArticle(newsroom, 'Drought')
    await draftArticle(newsroom, 'Flood again')
    const found = async (search: string): Promise<string[]> =>
      valueOf(await findForFront(room, chief, { search, limit: 10 })).map(({ headline }) => headline)
    expect(await found('')).toEqual(['Drought', 'Flood in the valley'])
    expect(await found('valley flood')).toEqual(['Flood in the valley'])
    valueOf(await arrangeFront(room, chief, { front: lead(flood.id), was: emptyFront }))
    expect(await found('')).toEqual(['Drought'])
  })

  it('is previewed from the same teasers as it is exported from', async () => {
    const newsroom = await openNewsroom()
    const { room } = newsroom
    await approvedArticle(newsroom, 'One')
    await approvedArticle(newsroom, 'Two')
    await draftArticle(newsroom, 'Never approved')
    const { teasers } = valueOf(await previewLists(room, noMemory, { category: null }))
    expect(teasers.map(({ headline }) => headline)).toEqual(['Two', 'One'])
  })

  it('is previewed whole once an export knows all, and says how much it leaves out before', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    for (let made = 0; made < 42; made += 1) await approvedArticle(newsroom, `Article ${made}`)
    const kept = new Map<string, object>()
    const memory: ExportMemory = {
      code: 'this program',
      recall: <T extends object>(name: string, fingerprint: string) =>
        (kept.get(`${name} ${fingerprint}`) ?? null) as T | null,
      keep: (name, fingerprint, value) => void kept.set(`${name} ${fingerprint}`, value),
    }
    const preview = async () => valueOf(await previewLists(room, memory, { category: null }))
    const before = await preview()
    expect([before.teasers.length, before.leftOut]).toEqual([40, 2])
    valueOf(await createPublishing(writerToNowhere, memory).exportSite(room, production, { folder: '/site' }))
    const after = await preview()
    expect([after.teasers.length, after.leftOut]).toEqual([42, 0])
  })
})
