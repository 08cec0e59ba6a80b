import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyContent, type Content } from '../../../shared/article/content'
import { ok } from '../../../shared/kernel/result'
import { createDraft, type Draft } from './draft-store'
import { PaperDesk } from './testing/paper-desk'
import { discardUnsaved, keepMerged, openKept, restoreUnsaved } from './versions/recovery'

let desk: PaperDesk
let draft: Draft
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const saying = (headline: string): Content => ({ ...emptyContent('en'), headline })
const open = async (): Promise<void> => {
  draft = createDraft(desk.galley, desk.open())
  await pass(0)
}

beforeEach(async () => {
  vi.useFakeTimers()
  desk = new PaperDesk(saying('Kept'))
  await open()
})
afterEach(() => {
  draft.stop()
  vi.useRealTimers()
})

describe('an open article', () => {
  it('drafts and keeps what is typed in fields and body', async () => {
    const typed = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }],
    }
    draft.readBodyFrom(() => typed)
    draft.change({ headline: 'A new bridge' })
    draft.bodyChanged()
    await pass(900)
    expect(desk.draft?.content).toMatchObject({ headline: 'A new bridge', body: typed })
    expect(draft.saving.value.status).toBe('Saving')
    await pass(3000)
    expect(desk.article.content).toMatchObject({ headline: 'A new bridge', body: typed })
    expect(draft.saving.value.status).toBe('Saved')
    expect(desk.draft).toBeNull()
  })

  it('lets the slug follow the headline until it is edited', () => {
    draft.change({ headline: 'A new bridge' })
    expect(draft.fields.value.slug).toEqual({ text: 'a-new-bridge', follows: true })
    draft.change({ slug: { text: 'bridge', follows: false } })
    draft.change({ headline: 'Another bridge' })
    expect(draft.fields.value.slug.text).toBe('bridge')
  })

  it('takes over the slug that the desk settled on', async () => {
    desk.settleSlug = 'a-new-bridge-2'
    draft.change({ headline: 'A new bridge' })
    await pass(4000)
    expect(draft.fields.value.slug.text).toBe('a-new-bridge-2')
    expect(draft.saving.value.status).toBe('Saved')
  })

  it('refuses in words what the library would not take, and sends nothing', async () => {
    draft.readBodyFrom(() => ({ type: 'doc', content: [{ type: 'script' }] }))
    draft.bodyChanged()
    await pass(4000)
    expect(desk.asked).toEqual([])
    expect(draft.saving.value.status).toBe('Not saved')
    expect(draft.saving.value.problem).toMatchObject({ code: 'invalid-input' })
  })

  it('is not saved when the desk does not answer at all', async () => {
    desk.gone = true
    draft.change({ headline: 'x' })
    await pass(1000)
    expect(draft.saving.value).toMatchObject({ status: 'Not saved', problem: { code: 'no-answer' } })
    desk.gone = false
    await pass(31_000)
    expect(desk.article.content.headline).toBe('x')
  })

  it('keeps what is pending before a move, and does not move when that fails', async () => {
    draft.change({ headline: 'x' })
    await draft.move('submit', { note: '' })
    expect(desk.asked).toEqual(['article.keep', 'article.move'])
    expect(desk.moved).toBe(2)
    desk.refuse = { code: 'disk-write-failed', path: 'a', reason: 'full' }
    draft.change({ headline: 'xy' })
    expect(await draft.move('recall', { note: '' })).toMatchObject({ ok: false, error: desk.refuse })
    expect(desk.asked.filter((name) => name === 'article.move')).toHaveLength(1)
  })

  it('follows another window’s kept revision while nothing is pending here', async () => {
    desk.keepElsewhere(saying('Theirs'))
    await draft.refresh()
    expect(draft.fields.value.headline).toBe('Theirs')
    expect(draft.saving.value).toMatchObject({ status: 'Saved', revision: 2 })
  })

  it('leaves pending text alone when another window keeps a revision', async () => {
    draft.change({ headline: 'Mine' })
    desk.keepElsewhere(saying('Theirs'))
    await draft.refresh()
    expect(draft.fields.value.headline).toBe('Mine')
  })
})

describe('what the desk changed for this person', () => {
  const byDesk = (headline: string, typed?: string) =>
    draft.changedByDesk(() => {
      desk.keepElsewhere(saying(headline))
      if (typed !== undefined) draft.change({ headline: typed })
      return desk.galley
        .request('article.open', { id: draft.id })
        .then((reply) => (reply.ok ? ok({ view: reply.value }) : reply))
    })

  it('is shown as kept, and undone as one step', async () => {
    expect((await byDesk('Merged')).ok).toBe(true)
    expect(draft.fields.value.headline).toBe('Merged')
    await pass(4000)
    expect(desk.article.revision).toBe(2)
    draft.history.undo()
    await pass(4000)
    expect(desk.article.content.headline).toBe('Kept')
  })

  it('takes nothing of what was typed meanwhile: that meets it as a conflict', async () => {
    await byDesk('Merged', 'Typed')
    expect(draft.fields.value.headline).toBe('Typed')
    await pass(4000)
    expect(draft.saving.value.conflict).toEqual({ yours: 1, latest: 2 })
  })
})

describe('a conflict', () => {
  beforeEach(async () => {
    desk.keepElsewhere(saying('Theirs'))
    draft.change({ headline: 'Mine' })
    await pass(4000)
    expect(draft.saving.value.conflict).toEqual({ yours: 1, latest: 2 })
    expect(desk.draft?.content.headline).toBe('Mine')
  })

  const merge = async (headline: string) => {
    const [mine, theirs] = [draft.content(), await openKept(desk.galley, draft.id)]
    if (!mine.ok || !theirs.ok) throw new Error('cannot be read')
    return keepMerged(draft, { mine: mine.value, theirs: theirs.value, yours: 1 }, saying(headline))
  }

  it('is settled by a merged text on top of theirs', async () => {
    await merge('Theirs and mine')
    expect(draft.saving.value).toMatchObject({ status: 'Saved', conflict: null })
    expect(desk.article).toMatchObject({ revision: 3, content: { headline: 'Theirs and mine' } })
    expect(desk.because).toEqual({ kind: 'merged', revision: 2 })
  })

  it('stands again when that is undone, with both texts as they were', async () => {
    const undo = await merge('Theirs and mine')
    await undo()
    expect(desk.article.content.headline).toBe('Theirs')
    expect(draft.fields.value.headline).toBe('Mine')
    expect(draft.saving.value.conflict).toEqual({ yours: 1, latest: 4 })
    expect(desk.draft?.content.headline).toBe('Mine')
  })

  it('is met again when theirs was changed once more meanwhile', async () => {
    const [mine, theirs] = [draft.content(), await openKept(desk.galley, draft.id)]
    if (!mine.ok || !theirs.ok) throw new Error('cannot be read')
    desk.keepElsewhere(saying('Theirs again'))
    await keepMerged(draft, { mine: mine.value, theirs: theirs.value, yours: 1 }, saying('Merged'))
    expect(draft.saving.value.conflict).toEqual({ yours: 2, latest: 3 })
    expect(desk.draft?.content.headline).toBe('Merged')
  })
})

describe('unsaved text found on opening', () => {
  beforeEach(async () => {
    desk.writeDraft(1, saying('Unsaved'))
    await open()
    expect(draft.offer.value?.content.headline).toBe('Unsaved')
    expect(draft.fields.value.headline).toBe('Kept')
  })

  it('is restored and kept', async () => {
    restoreUnsaved(desk.galley, draft)
    expect(draft.fields.value.headline).toBe('Unsaved')
    await pass(4000)
    expect(desk.article.content.headline).toBe('Unsaved')
  })

  it('is offered again when restoring is undone, before or after it was kept', async () => {
    for (const wait of [100, 5000]) {
      const undo = restoreUnsaved(desk.galley, draft)
      await pass(wait)
      await undo()
      expect(draft.fields.value.headline).toBe('Kept')
      expect(desk.article.content.headline).toBe('Kept')
      expect(desk.draft?.content.headline).toBe('Unsaved')
      expect(draft.offer.value?.content.headline).toBe('Unsaved')
    }
  })

  it('is discarded, and offered again when that is undone', async () => {
    const undo = await discardUnsaved(desk.galley, draft)
    expect(draft.offer.value).toBeNull()
    expect(desk.draft).toBeNull()
    if (undo.ok) await undo.value()
    expect(draft.offer.value?.content.headline).toBe('Unsaved')
    expect(desk.draft?.content.headline).toBe('Unsaved')
  })

  it('gives way, once discarded, to a revision kept while it was looked at', async () => {
    desk.keepElsewhere(saying('Theirs'))
    await draft.refresh()
    expect(draft.fields.value.headline).toBe('Kept')
    await discardUnsaved(desk.galley, draft)
    expect(draft.fields.value.headline).toBe('Theirs')
    expect(draft.saving.value).toMatchObject({ status: 'Saved', revision: 2 })
  })

  it('meets a revision kept since as a conflict, not by overwriting it', async () => {
    desk.keepElsewhere(saying('Theirs'))
    await open()
    restoreUnsaved(desk.galley, draft)
    await pass(4000)
    expect(draft.saving.value.conflict).toEqual({ yours: 1, latest: 2 })
    expect(desk.article.content.headline).toBe('Theirs')
  })
})
