import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/kernel/result'
import { described } from '../../../shared/media/picture-details'
import { createFakeGalley, fakePicture } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useMedia } from './media-store'

describe('the library’s pictures', () => {
  it('are described, and the change tells what stood there before', async () => {
    const picture = fakePicture('a')
    const galley = createFakeGalley({
      'media.list': () => ok([picture]),
      'media.describe': ({ changes }) => ok(described(picture.details, changes)),
    })
    const media = inWindow(galley, useMedia).value
    await media.load()
    const before = await media.describe(picture.hash, { caption: 'A pier', credit: 'Ann' })
    expect(before).toEqual(ok({ caption: '', credit: '' }))
    expect(media.byHash.get(picture.hash)?.details.description.caption).toBe('A pier')
  })
})
