import { describe, expect, it } from 'vitest'
import { defaultBranding } from '../../shared/site/branding'
import { openArticle } from './articles'
import { saveAuthor } from './authors'
import { addPicture, listPictures } from './media'
import { createPublishing } from './publishing'
import { changeSettings } from './settings'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'
import { writerToNowhere } from './testing/writer-to-nowhere'

describe('settings', () => {
  it('change what is given, by an admin only', async () => {
    const { room, admin, chief, events } = await openNewsroom()
    const wanted = { site: { name: 'The Echo', url: 'HTTPS://Echo.example/news/?a#b' }, rules: {} }
    expect(refusalOf(await changeSettings(room, chief, wanted))).toContain('not-allowed')
    expect(valueOf(await changeSettings(room, admin, wanted)).site).toMatchObject({
      name: 'The Echo',
      url: 'https://echo.example/news',
      language: 'en',
    })
    expect(events.at(-1)).toEqual({ name: 'library.changed', event: { what: 'settings' } })
  })

  it('know real time zones', async () => {
    const { room, admin } = await openNewsroom()
    const change = (timeZone: string) => changeSettings(room, admin, { site: { timeZone }, rules: {} })
    expect(refusalOf(await change('Europe/Atlantis'))).toContain('Time zone')
    expect(valueOf(await change('Asia/Manila')).site.timeZone).toBe('Asia/Manila')
  })

  it('compute minutes and dates again when the rate or the time zone changes, and leave seals whole', async () => {
    const newsroom = await openNewsroom()
    const { room, admin, chief } = newsroom
    const { article } = await approvedArticle(newsroom)
    newsroom.clock.now = new Date('2026-03-01T23:30:00Z')
    const long = await draftArticle(newsroom, 'Long')
    const body = bodyOf('word '.repeat(1000))
    await keep(newsroom, chief, long.article.id, { ...long.article.content, body })
    const change = async (site: object) => valueOf(await changeSettings(room, admin, { site, rules: {} }))
    await change({ readingRate: 100, timeZone: 'Pacific/Kiritimati' })
    expect(valueOf(await room.library.articles.find(long.article.id))).toMatchObject({
      revision: 3,
      derived: { minutes: 10 },
    })
    const seen = valueOf(await openArticle(room, chief, article))
    expect(article.derived.printedDate).toBe('1 March 2026')
    expect(seen).toMatchObject({ state: 'approved', article: { derived: { printedDate: '1 March 2026' } } })
    await change({ timeZone: 'Pacific/Pago_Pago' })
    const later = valueOf(await openArticle(room, chief, article))
    expect(later).toMatchObject({
      state: 'approved',
      article: { derived: { printedDate: '28 February 2026' } },
    })
  })

  it('do not take a category away from its articles', async () => {
    const newsroom = await openNewsroom()
    const { room, admin } = newsroom
    await draftArticle(newsroom)
    const { categories } = room.library.settings.read().site
    const change = (kept: typeof categories) =>
      changeSettings(room, admin, { site: { categories: kept }, rules: {} })
    expect(refusalOf(await change(categories.filter(({ id }) => id !== 'news')))).toContain(
      '1 article stands',
    )
    const newsInFront = categories.map((one) => ({ ...one, front: one.id === 'news' }))
    expect(refusalOf(await change(newsInFront))).toContain('1 article stands')
    expect(
      valueOf(await change(categories.filter(({ id }) => id !== 'crypto'))).site.categories,
    ).toHaveLength(13)
  })

  it('do not take a category away from pages that readers have', async () => {
    const newsroom = await openNewsroom()
    const { room, admin, editor, production } = newsroom
    const { article } = await approvedArticle(newsroom)
    const publishing = createPublishing(writerToNowhere)
    valueOf(await publishing.exportSite(room, production, { folder: '/site' }))
    await keep(newsroom, editor, article.id, { ...article.content, category: 'sports' })
    const { categories } = room.library.settings.read().site
    const without = { site: { categories: categories.filter(({ id }) => id !== 'news') }, rules: {} }
    expect(refusalOf(await changeSettings(room, admin, without))).toContain('1 article stands in “News”')
  })

  it('want a logo that is there', async () => {
    const { room, admin } = await openNewsroom()
    const branding = {
      ...defaultBranding,
      accentLight: '#111111',
      accentDark: '#eeeeee',
      logo: 'a'.repeat(64),
    }
    expect(refusalOf(await changeSettings(room, admin, { site: { branding }, rules: {} }))).toContain('Logo')
  })
})

describe('pictures', () => {
  it('are listed with the articles that use them', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, production } = newsroom
    const file = { name: 'a.png', bytes: new Uint8Array([1, 2, 3]) }
    expect(refusalOf(await addPicture(room, production, file))).toContain('not-allowed')
    const { hash } = valueOf(await addPicture(room, editor, file))
    const { article } = await draftArticle(newsroom)
    const thumbnail = {
      ...{ media: hash, alt: 'Three bytes', decorative: false, caption: '', credit: '', licence: '' },
      ...{ expires: null, focal: { x: 0.5, y: 0.5 } },
    }
    await keep(newsroom, editor, article.id, { ...completeContent(newsroom, 'Flood'), thumbnail })
    expect(valueOf(await listPictures(room, null))).toMatchObject([
      { hash, usedIn: [{ id: article.id, headline: 'Flood' }] },
    ])
  })
})

describe('bylines', () => {
  it('have a slug each and a picture that is there', async () => {
    const { room, editor, chief, author } = await openNewsroom()
    const wanted = { id: null, name: 'Shella Artillero', avatar: null, biography: '' }
    expect(valueOf(await saveAuthor(room, editor, wanted)).slug).toBe('shella-artillero-2')
    expect(refusalOf(await saveAuthor(room, chief, { ...wanted, avatar: 'a'.repeat(64) }))).toContain(
      'Picture',
    )
    expect(refusalOf(await saveAuthor(room, chief, { ...wanted, id: chief.id }))).toContain('not-found')
    expect(refusalOf(await saveAuthor(room, editor, { ...wanted, id: author.id }))).toContain('not-allowed')
    const own = { ...editor, author: author.id }
    expect(
      valueOf(await saveAuthor(room, own, { ...wanted, id: author.id, biography: 'Reporter' })),
    ).toMatchObject({
      id: author.id,
      slug: 'shella-artillero',
      biography: 'Reporter',
    })
  })
})
