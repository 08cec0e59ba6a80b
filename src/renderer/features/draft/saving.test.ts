import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyContent, type Content } from '../../../shared/article/content'
import type { AppError } from '../../../shared/kernel/app-error'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { createSaving, type Saving, type SavingState } from './saving'

const diskFull: AppError = { code: 'disk-write-failed', path: 'drafts/a.json', reason: 'no space left' }

/** A desk on paper: it answers when told to, and remembers what it was asked. */
class PaperDesk {
  headline = ''
  draft: string | null = null
  kept: string[] = []
  revision = 1
  asked: string[] = []
  unreadable: AppError | null = null
  refuseDraft: AppError | null = null
  refuseKeep: AppError | null = null
  inFlight = 0
  mostInFlight = 0
  /** How long every answer takes. */
  delay = 20
  shown: SavingState[] = []

  saving: Saving = createSaving(
    {
      read: () =>
        this.unreadable ? err(this.unreadable) : ok({ ...emptyContent('en'), headline: this.headline }),
      writeDraft: (basedOn, content) =>
        this.answer(`draft ${content.headline} on ${basedOn}`, () => this.takeDraft(content)),
      keep: (basedOn, content) =>
        this.answer(`keep ${content.headline} on ${basedOn}`, () => this.takeKeep(basedOn, content)),
      show: (state) => void this.shown.push(state),
    },
    1,
  )

  type(headline: string): void {
    this.headline = headline
    this.saving.touch()
  }
  get status(): string {
    return this.saving.state().status
  }

  private takeDraft(content: Content): Result<unknown, AppError> {
    if (this.refuseDraft) return err(this.refuseDraft)
    this.draft = content.headline
    return ok({})
  }
  private takeKeep(basedOn: number, content: Content): Result<number, AppError> {
    if (this.refuseKeep) return err(this.refuseKeep)
    if (basedOn !== this.revision)
      return err({ code: 'revision-conflict', yours: basedOn, latest: this.revision })
    this.kept.push(content.headline)
    this.draft = null
    this.revision += 1
    return ok(this.revision)
  }
  private async answer<T>(asked: string, decide: () => T): Promise<T> {
    this.asked.push(asked)
    this.inFlight += 1
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    await new Promise((resolve) => setTimeout(resolve, this.delay))
    this.inFlight -= 1
    return decide()
  }
}

let desk: PaperDesk
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
beforeEach(() => {
  vi.useFakeTimers()
  desk = new PaperDesk()
})
afterEach(() => vi.useRealTimers())

describe('saving', () => {
  it('starts as saved and asks for nothing', async () => {
    await pass(60_000)
    expect(desk.status).toBe('Saved')
    expect(desk.asked).toEqual([])
  })

  it('writes the draft within a second of the first key press, however long typing goes on', async () => {
    for (const text of ['a', 'ab', 'abc', 'abcd']) {
      desk.type(text)
      await pass(240)
    }
    expect(desk.status).toBe('Saving')
    expect(desk.asked).toEqual(['draft abc on 1'])
    expect(desk.draft).toBe('abc')
  })

  it('keeps a revision three seconds after the last key press, and only then says Saved', async () => {
    desk.type('a')
    await pass(2000)
    desk.type('ab')
    await pass(2990)
    expect(desk.kept).toEqual([])
    expect(desk.status).toBe('Saving')
    await pass(50)
    expect(desk.kept).toEqual(['ab'])
    expect(desk.status).toBe('Saved')
    expect(desk.saving.state().revision).toBe(2)
  })

  it('keeps a revision every five minutes of typing that never stops', async () => {
    for (let second = 0; second < 11 * 60; second += 1) {
      desk.type(`text ${second}`)
      await pass(1000)
    }
    expect(desk.kept).toHaveLength(2)
    await pass(4000)
    expect(desk.kept.at(-1)).toBe(`text ${11 * 60 - 1}`)
  })

  it('never claims what was typed while a save was on its way', async () => {
    desk.delay = 500
    desk.type('a')
    await pass(3100)
    desk.type('ab')
    await pass(500)
    expect(desk.kept).toEqual(['a'])
    expect(desk.status).toBe('Saving')
    await pass(3600)
    expect(desk.kept).toEqual(['a', 'ab'])
    expect(desk.status).toBe('Saved')
  })

  it('never has two requests on their way at once', async () => {
    desk.delay = 1500
    for (let key = 0; key < 60; key += 1) {
      desk.type(`text ${key}`)
      await pass(key % 7 === 0 ? 3200 : 150)
      if (key % 11 === 0) void desk.saving.flush()
    }
    await pass(20_000)
    expect(desk.mostInFlight).toBe(1)
    expect(desk.status).toBe('Saved')
    expect(desk.kept.at(-1)).toBe('text 59')
  })

  it('keeps at once when asked to', async () => {
    desk.type('a')
    const flushed = desk.saving.flush()
    await pass(30)
    expect((await flushed).status).toBe('Saved')
    expect(desk.asked).toEqual(['keep a on 1'])
    await pass(10_000)
    expect(desk.asked).toHaveLength(1)
  })

  it('leaves no older draft behind that the desk would take for other unsaved text', async () => {
    desk.type('a')
    await pass(800)
    expect(desk.draft).toBe('a')
    desk.type('ab')
    const flushed = desk.saving.flush()
    await pass(100)
    await flushed
    expect(desk.asked).toEqual(['draft a on 1', 'draft ab on 1', 'keep ab on 1'])
  })

  it('keeps what was typed while it kept, before it says that all is kept', async () => {
    desk.delay = 500
    desk.type('a')
    const flushed = desk.saving.flush()
    await pass(100)
    desk.type('ab')
    await pass(1000)
    expect((await flushed).status).toBe('Saved')
    expect(desk.kept).toEqual(['a', 'ab'])
  })

  it('asks for nothing when there is nothing to keep', async () => {
    await desk.saving.flush()
    expect(desk.asked).toEqual([])
  })

  it('says Not saved, why, and tries again until it is', async () => {
    desk.refuseDraft = diskFull
    desk.refuseKeep = diskFull
    desk.type('a')
    await pass(800)
    expect(desk.saving.state()).toMatchObject({ status: 'Not saved', problem: diskFull })
    await pass(10_000)
    expect(desk.status).toBe('Not saved')
    desk.refuseDraft = null
    desk.refuseKeep = null
    await pass(31_000)
    expect(desk.saving.state()).toMatchObject({ status: 'Saved', problem: null })
    expect(desk.kept).toEqual(['a'])
  })

  it('stays Not saved while typing goes on and nothing reaches the disk', async () => {
    desk.refuseDraft = diskFull
    desk.refuseKeep = diskFull
    desk.type('a')
    await pass(800)
    desk.type('ab')
    expect(desk.status).toBe('Not saved')
  })

  it('says Saving with the problem when only the draft could be written', async () => {
    desk.refuseKeep = { code: 'edit-refused', reason: 'it is submitted.' }
    desk.type('a')
    await pass(3200)
    expect(desk.draft).toBe('a')
    expect(desk.saving.state()).toMatchObject({ status: 'Saving', problem: desk.refuseKeep })
  })

  it('writes the draft when a flush cannot keep', async () => {
    desk.refuseKeep = { code: 'edit-refused', reason: 'it is submitted.' }
    desk.type('a')
    const flushed = desk.saving.flush()
    await pass(60)
    expect((await flushed).status).toBe('Saving')
    expect(desk.draft).toBe('a')
  })

  it('loses nothing in a conflict: the draft is written on, keeping waits', async () => {
    desk.revision = 4
    desk.type('mine')
    await pass(3100)
    expect(desk.saving.state()).toMatchObject({ status: 'Saving', conflict: { yours: 1, latest: 4 } })
    expect(desk.draft).toBe('mine')
    desk.type('mine still')
    await pass(10_000)
    expect(desk.draft).toBe('mine still')
    expect(desk.kept).toEqual([])
  })

  it('keeps on top of theirs once the text is said to be based on it', async () => {
    desk.revision = 4
    desk.type('mine')
    await pass(3100)
    desk.saving.basedOn(4)
    void desk.saving.flush()
    await pass(100)
    expect(desk.kept).toEqual(['mine'])
    expect(desk.saving.state()).toMatchObject({ status: 'Saved', conflict: null, revision: 5 })
  })

  it('takes theirs when told to, and leaves the draft alone', async () => {
    desk.revision = 4
    desk.type('mine')
    await pass(3100)
    desk.saving.settle(4)
    expect(desk.saving.state()).toMatchObject({ status: 'Saved', conflict: null, revision: 4 })
    expect(desk.draft).toBe('mine')
    await pass(10_000)
    expect(desk.kept).toEqual([])
  })

  it('says in words what cannot be kept, and keeps again once it can', async () => {
    desk.unreadable = { code: 'invalid-input', issues: ['Body: nests deeper than 16 blocks'] }
    desk.type('a')
    await pass(800)
    expect(desk.saving.state()).toMatchObject({ status: 'Not saved', problem: desk.unreadable })
    expect(desk.asked).toEqual([])
    desk.unreadable = null
    desk.type('ab')
    await pass(3200)
    expect(desk.status).toBe('Saved')
  })
})
