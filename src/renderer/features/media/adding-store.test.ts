import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeAdded, fakePicture } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useAdding } from './adding-store'

const galleyThatRefusesText = () =>
  createFakeGalley({
    'media.add': ({ name }) =>
      name === 'bad.txt'
        ? err({ code: 'picture-refused', name, reason: 'it is no picture' })
        : ok(fakeAdded(name[0] ?? '', { warnings: ['Only its first frame is used.'] })),
    'media.list': () => ok([fakePicture('g')]),
  })

describe('adding pictures', () => {
  it('takes the good ones of a batch and names the others', async () => {
    const adding = inWindow(galleyThatRefusesText(), useAdding).value
    const work = adding.addPicked([
      { name: 'bad.txt', data: 'YQ==' },
      { name: 'good.gif', data: 'YQ==' },
    ])
    expect(adding.isBusy).toBe(true)
    expect((await work).map(({ hash }) => hash)).toEqual(['g'.repeat(64)])
    expect(adding.isBusy).toBe(false)
    expect([adding.done, adding.total]).toEqual([2, 2])
    expect(adding.reports.map(({ name, outcome }) => [name, outcome.ok])).toEqual([
      ['bad.txt', false],
      ['good.gif', true],
    ])
  })

  it('takes a second batch after the first, in one report', async () => {
    const adding = inWindow(galleyThatRefusesText(), useAdding).value
    await Promise.all([
      adding.addPicked([{ name: 'a.png', data: 'YQ==' }]),
      adding.addDropped([new File(['ink'], 'b.png')]),
    ])
    expect(adding.reports.map(({ name }) => name)).toEqual(['a.png', 'b.png'])
  })

  it('names what is left out after a stop', async () => {
    const adding = inWindow(galleyThatRefusesText(), useAdding).value
    const work = adding.addPicked(['a.png', 'b.png'].map((name) => ({ name, data: 'YQ==' })))
    adding.stop()
    expect(await work).toEqual([])
    expect(adding.reports.map(({ outcome }) => !outcome.ok && outcome.error.code)).toEqual([
      'cancelled',
      'cancelled',
    ])
  })

  it('refuses a file that is too large before it is read', async () => {
    const galley = galleyThatRefusesText()
    const adding = inWindow(galley, useAdding).value
    const huge = new File([], 'huge.jpg')
    Object.defineProperty(huge, 'size', { value: 80_000_000 })
    await adding.addDropped([huge])
    expect(adding.reports[0]?.outcome).toMatchObject({ ok: false, error: { reason: /80 MB/ } })
    expect(galley.asked.map(({ name }) => name)).not.toContain('media.add')
  })
})
