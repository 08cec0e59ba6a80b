import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useMedia } from './media-store'

const picture = { hash: 'a'.repeat(64), width: 8, height: 6, type: 'image/png', bytes: 90, warnings: [] }

describe('the library’s pictures', () => {
  it('takes the good ones of a batch and names the others', async () => {
    const galley = createFakeGalley({
      'media.add': ({ name }) =>
        name === 'bad.txt'
          ? err({ code: 'picture-refused', name, reason: 'it is no picture' })
          : ok({ ...picture, warnings: ['Only its first frame is used.'] }),
      'media.list': () => ok([{ ...picture, usedIn: [] }]),
    })
    const media = inWindow(galley, useMedia).value
    const adding = media.addPicked([
      { name: 'bad.txt', data: 'YQ==' },
      { name: 'good.gif', data: 'YQ==' },
    ])
    expect(media.waiting).toBe(2)
    await adding
    expect(media.waiting).toBe(0)
    expect(media.refused).toHaveLength(1)
    expect(media.remarks).toEqual(['good.gif: Only its first frame is used.'])
    expect(media.pictures).toHaveLength(1)
  })
})
