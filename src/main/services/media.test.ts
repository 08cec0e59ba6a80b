import { describe, expect, test } from 'vitest'
import type { StoredPicture } from '../../shared/contract'
import { addPicture, listPictures } from './media'
import { cropPicture, describePicture } from './picture-details'
import { completeContent, draftArticle, keep, openNewsroom, refusalOf, valueOf } from './testing/newsroom'
import type { Newsroom } from './testing/newsroom'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function added({ room, editor }: Newsroom, text: string, name = `${text}.png`) {
  return valueOf(await addPicture(room, editor, { name, bytes: bytesOf(text) }))
}

async function listed({ room, editor }: Newsroom, hash: string): Promise<StoredPicture> {
  const found = valueOf(await listPictures(room, editor)).find((one) => one.hash === hash)
  if (!found) throw new Error('It is not in the list')
  return found
}

describe('adding a picture', () => {
  test('notes who added it, when, and what its file says', async () => {
    const newsroom = await openNewsroom()
    const { hash, already, details } = await added(newsroom, 'captioned A pier at dawn', 'pier.png')
    expect(already).toBe(false)
    expect(details).toMatchObject({
      name: 'pier.png',
      addedBy: newsroom.editor.id,
      fromFile: ['caption'],
      description: { caption: 'A pier at dawn', focal: { x: 0.5, y: 0.5 } },
    })
    expect(await listed(newsroom, hash)).toMatchObject({ addedBy: 'Edda', details, usedIn: [] })
    expect(newsroom.events.at(-1)).toEqual({ name: 'media.changed', event: { hash } })
  })

  test('again changes nothing of what is known of it', async () => {
    const newsroom = await openNewsroom()
    const { hash } = await added(newsroom, 'captioned A pier')
    const changes = { caption: 'The new pier' }
    await describePicture(newsroom.room, newsroom.chief, { hash, changes })
    const again = await added(newsroom, 'captioned A pier', 'copy of pier.png')
    expect(again).toMatchObject({ already: true, details: { description: changes } })
  })

  test('says where a name promises another kind of file', async () => {
    const { warnings } = await added(await openNewsroom(), 'a pier', 'pier.jpg')
    expect(warnings.join()).toContain('.jpg, but it is a PNG')
  })

  test('is not for production, nor is describing or cropping', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    const { hash } = await added(newsroom, 'a pier')
    const box = { x: 0, y: 0, width: 1, height: 0.5 }
    for (const refused of [
      await addPicture(room, production, { name: 'x.png', bytes: bytesOf('x') }),
      await describePicture(room, production, { hash, changes: { alt: 'x' } }),
      await cropPicture(room, production, { hash, box }),
    ])
      expect(refusalOf(refused)).toContain('not-allowed')
  })
})

describe('describing a picture', () => {
  test('changes what is named and nothing else, and can be undone', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { hash } = await added(newsroom, 'captioned From the file')
    const describe = async (changes: Parameters<typeof describePicture>[2]['changes']) =>
      valueOf(await describePicture(room, editor, { hash, changes }))
    await describe({ credit: 'Ann', expires: '2026-05-01', keywords: ['sea'] })
    const changed = await describe({ caption: 'Ours' })
    expect(changed).toMatchObject({ fromFile: [], description: { caption: 'Ours', credit: 'Ann' } })
    const undone = await describe({ caption: 'From the file' })
    expect(undone.description).toMatchObject({ caption: 'From the file', expires: '2026-05-01' })
  })

  test('of a picture that is not kept is refused', async () => {
    const { room, editor } = await openNewsroom()
    const wanted = { hash: '0'.repeat(64), changes: { alt: 'x' } }
    expect(refusalOf(await describePicture(room, editor, wanted))).toContain('not-found')
  })
})

test('a crop is a picture of its own with the same words, and knows its original', async () => {
  const newsroom = await openNewsroom()
  const { room, chief } = newsroom
  const { hash } = await added(newsroom, 'captioned A pier', 'pier.png')
  await describePicture(room, chief, { hash, changes: { focal: { x: 0.75, y: 0.5 }, credit: 'Ann' } })
  const box = { x: 0.5, y: 0, width: 0.5, height: 1 }
  const crop = valueOf(await cropPicture(room, chief, { hash, box }))
  expect(crop.hash).not.toBe(hash)
  expect(crop.details).toMatchObject({
    name: 'pier, cropped.png',
    addedBy: chief.id,
    madeFrom: hash,
    description: { caption: 'A pier', credit: 'Ann', focal: { x: 0.5, y: 0.5 } },
  })
  expect((await listed(newsroom, hash)).details.name).toBe('pier.png')
})

test('the list tells where each picture is used, unsaved text included', async () => {
  const newsroom = await openNewsroom()
  const { room, editor } = newsroom
  const [kept, unsaved] = [await added(newsroom, 'kept'), await added(newsroom, 'unsaved')]
  const { article } = await draftArticle(newsroom, 'Flood')
  const thumbnail = (media: string) => ({
    ...{ media, alt: 'Alt', decorative: false, caption: '', credit: '', licence: '', expires: null },
    focal: { x: 0.5, y: 0.5 },
  })
  const content = { ...completeContent(newsroom, 'Flood'), thumbnail: thumbnail(kept.hash) }
  await keep(newsroom, editor, article.id, content)
  await room.library.drafts.write({
    article: article.id,
    person: editor.id,
    basedOn: 2,
    at: '2026-03-01T09:00:00.000Z',
    content: { ...content, thumbnail: thumbnail(unsaved.hash) },
  })
  expect((await listed(newsroom, kept.hash)).usedIn).toEqual([
    { id: article.id, headline: 'Flood', unsavedBy: '' },
  ])
  expect((await listed(newsroom, unsaved.hash)).usedIn).toEqual([
    { id: article.id, headline: 'Flood', unsavedBy: 'Edda' },
  ])
})
