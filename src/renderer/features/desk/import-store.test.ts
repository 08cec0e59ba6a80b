import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeId, type FakeGalley } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useImport } from './import-store'

let galley: FakeGalley
beforeEach(() => {
  galley = createFakeGalley({
    'article.import': ({ name }) =>
      name === 'bad.txt'
        ? err({ code: 'import-failed', file: name, reason: 'it is not text' })
        : ok({ id: fakeId(5), headline: `From ${name}`, warnings: [] }),
  })
  galley.picked.files = ['one.md', 'bad.txt', 'two.html'].map((name) => ({ name, data: '' }))
})
const imports = () => inWindow(galley, useImport).value

describe('importing', () => {
  it('goes on after a file that fails, and tells of each', async () => {
    const store = imports()
    await store.pickAndImport()
    expect(store.files.map((one) => one.article?.headline ?? one.error?.code)).toEqual([
      'From one.md',
      'import-failed',
      'From two.html',
    ])
    expect(store.failed).toBe(1)
    expect(store.running).toBe(false)
    expect(store.shown).toBe(true)
  })

  it('stops after the file at hand', async () => {
    const store = imports()
    galley.answer('article.import', ({ name }) => {
      store.stop()
      return ok({ id: fakeId(5), headline: name, warnings: [] })
    })
    await store.pickAndImport()
    expect(store.files).toHaveLength(1)
    expect(store.total).toBe(3)
  })

  it('does nothing when no file was picked', async () => {
    galley.picked.files = []
    const store = imports()
    await store.pickAndImport()
    expect(store.shown).toBe(false)
    expect(galley.asked).toEqual([])
  })
})
