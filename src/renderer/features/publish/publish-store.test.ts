import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeSummary } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { usePublish } from './publish-store'

const report = {
  files: 3,
  written: 3,
  removed: 0,
  articles: 1,
  drafts: 0,
  refused: [],
  warnings: [],
  ms: 12,
}
const last = { at: '2026-01-05T09:00:00.000Z', by: 'Paula', folder: '/site', report }
const lists = { ready: [fakeSummary(1)], live: [], refused: [], toWithdraw: [] }
const ready = { ...lists, drafts: 2, last: null, folder: '/site' }

describe('publishing', () => {
  it('shows how far an export is while it runs, and then its receipt', async () => {
    let finish: () => void = () => undefined
    const galley = createFakeGalley({
      'publish.ready': () => ok({ ...ready, last }),
      'publish.export': () => new Promise((resolve) => (finish = () => resolve(ok(last)))),
    })
    const publish = inWindow(galley, usePublish).value
    const exporting = publish.exportSite('/site')
    expect(publish.progress).toEqual({ done: 0, total: 0, stage: 'Starting' })
    galley.tell('export.progress', { done: 2, total: 3, stage: 'Writing pages' })
    expect(publish.progress?.done).toBe(2)
    finish()
    expect(await exporting).toBe(true)
    expect(publish.exporting).toBe(false)
    expect(publish.ready?.last).toEqual(last)
    galley.tell('export.progress', { done: 3, total: 3, stage: 'Writing pages' })
    expect(publish.exporting).toBe(false)
  })

  it('shows an export that changed nothing, though it left no receipt', async () => {
    const nothing = { ...last, at: '2026-01-06T09:00:00.000Z', report: { ...report, written: 0 } }
    const galley = createFakeGalley({
      'publish.ready': () => ok({ ...ready, last }),
      'publish.export': () => ok(nothing),
    })
    const publish = inWindow(galley, usePublish).value
    await publish.load()
    expect(publish.last).toEqual(last)
    await publish.exportSite('/site')
    expect(publish.last).toEqual(nothing)
  })

  it('starts no second export while one runs', async () => {
    const galley = createFakeGalley({
      'publish.ready': () => ok(ready),
      'publish.export': () => new Promise(() => undefined),
    })
    const publish = inWindow(galley, usePublish).value
    void publish.exportSite('/site')
    expect(await publish.exportSite('/site')).toBe(false)
    expect(galley.asked.filter(({ name }) => name === 'publish.export')).toHaveLength(1)
  })

  it('says what an export met, and can be tried again', async () => {
    const galley = createFakeGalley({
      'publish.ready': () => ok(ready),
      'publish.export': () => err({ code: 'cancelled' }),
      'publish.cancel': () => ok({}),
    })
    const publish = inWindow(galley, usePublish).value
    await publish.cancel()
    expect(await publish.exportSite('/site')).toBe(false)
    expect(publish.exportFailure?.code).toBe('cancelled')
    expect([publish.exporting, publish.stopping]).toEqual([false, false])
  })
})
