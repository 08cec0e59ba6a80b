import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../shared/article/article'
import { logProblems } from '../../shared/workflow/log'
import type { OpenLibrary } from '../services/ports'
import { dyingDisk } from './testing/failing-disk'
import { approving, firstChange, keeping, moving, newLibrary, opened, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

type Step = 'create' | 'keep' | 'move' | 'approve'

/** What a person was told is kept. */
interface Told {
  articles: Map<string, Article>
  /** How many rows each log has. */
  rows: Map<string, number>
}

/** Takes steps until the process dies; remembers only what was acknowledged. */
async function work(library: OpenLibrary, steps: readonly Step[], told: Told): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const [id] = [...told.articles.keys()].slice(index % Math.max(told.articles.size, 1))
    if (step === 'create' || id === undefined) {
      const change = firstChange(`New ${index}`)
      const created = await library.articles.create(change)
      if (!created.ok) return
      told.articles.set(created.value.id, created.value)
      told.rows.set(created.value.id, 1)
      continue
    }
    const decide = { keep: keeping(`Kept ${index}`), move: moving, approve: approving() }[step]
    const changed = await library.articles.change(id, decide)
    if (!changed.ok) return
    told.articles.set(id, changed.value)
    if (step !== 'keep') told.rows.set(id, (told.rows.get(id) ?? 0) + 1)
  }
}

/** The same articles, but for at most one step that was on its way and not yet acknowledged. */
async function expectKept(library: OpenLibrary, told: Told): Promise<void> {
  let ahead = 0
  for (const [id, article] of told.articles) {
    const now = valueOf(await library.articles.find(id))
    const rows = valueOf(await library.articles.log(id))
    expect(logProblems(rows)).toEqual([])
    const extra = rows.length - (told.rows.get(id) ?? 0)
    const same = JSON.stringify(now) === JSON.stringify(article)
    expect([0, 1]).toContain(extra)
    expect(now.revision - article.revision).toBeLessThanOrEqual(1)
    expect(now.revision).toBeGreaterThanOrEqual(article.revision)
    // A row and its article go together: never one without the other.
    if (extra === 1) expect(now.review.state).toBe(rows.at(-1)?.to)
    if (!same) ahead += 1
    else expect(extra).toBe(0)
    expect(valueOf(await library.articles.revision(id, now.revision)).content).toEqual(now.content)
  }
  const unasked = (await library.articles.entries()).filter(({ id }) => !told.articles.has(id))
  expect(ahead + unasked.length).toBeLessThanOrEqual(1)
}

async function dieAfter(calls: number, steps: readonly Step[]): Promise<boolean> {
  const path = await newLibrary()
  const disk = dyingDisk(calls)
  const library = await opened(path, { disk }).catch(() => null)
  const told: Told = { articles: new Map(), rows: new Map() }
  if (library) await work(library, steps, told)
  // The dead process' lock is as good as stale.
  await rm(join(path, 'library.lock'), { force: true })
  const again = await opened(path)
  await expectKept(again, told)
  expect(again.problems).toEqual([])
  expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
  // And work goes on from there.
  for (const id of told.articles.keys()) {
    expect((await again.articles.change(id, keeping('After'))).ok).toBe(true)
    expect((await again.articles.change(id, moving)).ok).toBe(true)
  }
  await again.close()
  expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
  await rm(join(path, '..'), { recursive: true })
  return disk.died
}

describe('a process that dies', () => {
  it(
    'in the middle of any one call leaves nothing damaged and loses nothing acknowledged',
    { timeout: 60_000 },
    async () => {
      const steps: Step[] = ['create', 'keep', 'move', 'keep', 'approve']
      let calls = 0
      while (await dieAfter(calls, steps)) calls += 1
      expect(calls).toBeGreaterThan(40)
    },
  )

  it('does so after any steps and at any time', { timeout: 60_000 }, async () => {
    const step = fc.constantFrom<Step>('create', 'keep', 'keep', 'move', 'approve')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat({ max: 160 }), async (steps, calls) => {
        await dieAfter(calls, steps)
      }),
      { numRuns: 10 },
    )
  })
})
