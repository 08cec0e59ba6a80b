import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeAdded, fakeId, type FakeGalley } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import type { FileSource } from './dropped-files'
import { useImport } from './import-store'

const made = (headline: string) =>
  ok({ articles: [{ id: fakeId(5), headline, warnings: [] }], failed: [], notes: [] })
const source = (path: string, data = ''): FileSource => ({ path, read: () => Promise.resolve(data) })

let galley: FakeGalley
beforeEach(() => {
  galley = createFakeGalley({
    'article.import': ({ name }) =>
      name === 'bad.txt'
        ? err({ code: 'import-failed', file: name, reason: 'it is not text' })
        : made(`From ${name}`),
    'import.pictures': ({ beside }) => ok(beside.filter((path) => path.includes('quay'))),
    'import.stop': () => ok({}),
    'media.add': ({ name }) =>
      name === 'quay.svg'
        ? err({ code: 'picture-refused', name, reason: 'it is an SVG drawing' })
        : ok(fakeAdded('a')),
  })
  galley.picked.files = ['one.md', 'bad.txt', 'two.html'].map((name) => ({ name, data: '' }))
})
const imports = () => inWindow(galley, useImport).value
const asked = (name: string) => galley.asked.filter((one) => one.name === name)

describe('importing', () => {
  it('goes on after a file that fails, and tells of each', async () => {
    const store = imports()
    await store.pickAndImport()
    expect(store.files.map((one) => one.articles[0]?.headline ?? one.error?.code)).toEqual([
      'From one.md',
      'import-failed',
      'From two.html',
    ])
    expect([store.made, store.failed]).toEqual([2, 1])
    expect(store.running).toBe(false)
    expect(store.shown).toBe(true)
  })

  it('stops after the article at hand', async () => {
    const store = imports()
    galley.answer('article.import', async ({ name }) => {
      await store.stop()
      return made(name)
    })
    await store.pickAndImport()
    expect(store.files).toHaveLength(1)
    expect(store.total).toBe(3)
    expect(asked('import.stop')).toHaveLength(1)
  })

  it('does nothing when no file was picked', async () => {
    galley.picked.files = []
    const store = imports()
    await store.pickAndImport()
    expect(store.shown).toBe(false)
    expect(galley.asked).toEqual([])
  })

  it('tells how far a file with several articles is', async () => {
    const store = imports()
    let seen: unknown
    galley.answer('article.import', ({ name }) => {
      galley.tell('import.progress', { file: name, done: 2, total: 9 })
      seen = store.within
      return made(name)
    })
    await store.importAll([source('site.xml')])
    expect(seen).toEqual({ file: 'site.xml', done: 2, total: 9 })
    expect(store.within).toBeNull()
  })

  it('takes a folder’s own files, brings in the pictures they show once, and names the others', async () => {
    const store = imports()
    await store.importAll(
      ['a.md', 'b.html', 'old.doc', 'notes.exe', 'deep/c.md', 'p/quay.jpg', 'p/unused.jpg', 'quay.svg'].map(
        (path) => source(`Spring/${path}`),
      ),
    )
    expect(store.files.map(({ file }) => file)).toEqual(['Spring/a.md', 'Spring/b.html'])
    expect(store.files[0]?.notes.join()).toContain('SVG drawing')
    expect(store.skipped.map(({ file }) => file)).toEqual([
      'Spring/old.doc',
      'Spring/notes.exe',
      'Spring/deep/c.md',
    ])
    expect(store.skipped[0]?.why).toContain('old Word document')
    expect(asked('media.add').map(({ input }) => (input as { name: string }).name)).toEqual([
      'quay.jpg',
      'quay.svg',
    ])
    expect(asked('article.import')[0]?.input).toMatchObject({ beside: { 'p/quay.jpg': 'a'.repeat(64) } })
  })

  it('says of files that cannot be read, or are too large, that they failed', async () => {
    const store = imports()
    await store.importAll([
      { path: 'gone.md', read: () => Promise.reject(new Error('gone')) },
      source('huge.txt', 'x'.repeat(140_000_001)),
    ])
    expect(store.files.map(({ error }) => error)).toMatchObject([
      { reason: 'it could not be read' },
      { reason: 'it is larger than 100 MB' },
    ])
  })
})
