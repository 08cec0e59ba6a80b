import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { WriteError } from '../services/ports'
import { realDisk, type Disk } from './disk'
import { DurableJsonFile } from './durable-json-file'
import { Ledger, partOf } from './ledger'
import { formats } from './migrations'
import { refusingDisk } from './testing/failing-disk'
import { valueOf } from './testing/newsroom'

const shape = { kind: 'library', schema: z.strictObject({ n: z.number(), name: z.string() }) } as const

async function place(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'galley-ledger-')), 'db.json')
  await writeFile(path, '{"format":1,"n":0,"name":"zero"}')
  return path
}
async function ledgerAt(
  path: string,
  disk: Disk = realDisk,
  refusal: () => WriteError | null = () => null,
): Promise<Ledger<{ n: number; name: string }>> {
  const context = { disk, formats, refusal }
  return valueOf(await Ledger.open(new DurableJsonFile(path, shape, context), context))
}
const onDisk = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))
const add = (by: number) => (now: { n: number; name: string }) =>
  ok({ next: { ...now, n: now.n + by }, value: now.n })

describe('a ledger', () => {
  it('keeps every one of many simultaneous changes, in the order they were asked for', async () => {
    const path = await place()
    const ledger = await ledgerAt(path)
    const values = await Promise.all(Array.from({ length: 50 }, () => ledger.change(add(1))))
    expect(values.map(valueOf)).toEqual(Array.from({ length: 50 }, (_, index) => index))
    expect(await onDisk(path)).toEqual({ format: 1, n: 50, name: 'zero' })
  })

  it('forgets a change the disk refused, and carries on', async () => {
    const path = await place()
    let full = true
    const ledger = await ledgerAt(
      path,
      refusingDisk('ENOSPC', ({ act }) => full && act === 'writeNew'),
    )
    expect(await ledger.change(add(1))).toEqual({
      ok: false,
      error: { code: 'disk-write-failed', path, reason: 'the disk is full' },
    })
    expect(ledger.read().n).toBe(0)
    full = false
    expect(await ledger.change(add(2))).toEqual({ ok: true, value: 0 })
    expect(await onDisk(path)).toMatchObject({ n: 2 })
  })

  it('never shows more than the disk holds, whatever is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ by: fc.integer(), how: fc.constantFrom('ok', 'no', 'full') })),
        async (changes) => {
          const path = await place()
          let full = false
          const ledger = await ledgerAt(
            path,
            refusingDisk('ENOSPC', ({ act }) => full && act !== 'remove'),
          )
          let sum = 0
          for (const { by, how } of changes) {
            full = how === 'full'
            const result = await ledger.change<number, string>(how === 'no' ? () => err('no') : add(by))
            if (result.ok) sum += by
            expect(result.ok).toBe(how === 'ok')
            expect(ledger.read().n).toBe(sum)
            expect(await onDisk(path)).toMatchObject({ n: sum })
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('passes a bug on, and carries on', async () => {
    const ledger = await ledgerAt(await place())
    const bug = (): Result<never, never> => {
      throw new TypeError('bug')
    }
    await expect(ledger.change(bug)).rejects.toThrow('bug')
    expect(await ledger.change(add(3))).toEqual({ ok: true, value: 0 })
  })

  it('refuses to open a missing or damaged file rather than starting empty', async () => {
    const path = await place()
    const context = { disk: realDisk, formats, refusal: () => null }
    await writeFile(path, '{"n":')
    const damaged = await Ledger.open(new DurableJsonFile(path, shape, context), context)
    expect(damaged).toMatchObject({ ok: false, error: { code: 'damaged-file', path } })
    const gone = await Ledger.open(new DurableJsonFile(`${path}x`, shape, context), context)
    expect(gone).toMatchObject({ ok: false, error: { code: 'missing' } })
  })

  it('does not even ask for a decision where nothing may be written', async () => {
    const ledger = await ledgerAt(await place(), realDisk, () => ({ code: 'read-only', holder: 'process 1' }))
    const never = (): Result<never, never> => {
      throw new Error('asked')
    }
    expect(await ledger.change(never)).toEqual({
      ok: false,
      error: { code: 'read-only', holder: 'process 1' },
    })
  })

  it('lets two parts share one file without losing either', async () => {
    const path = await place()
    const ledger = await ledgerAt(path)
    const n = partOf(
      ledger,
      (all) => all.n,
      (all, next) => ({ ...all, n: next }),
    )
    const name = partOf(
      ledger,
      (all) => all.name,
      (all, next) => ({ ...all, name: next }),
    )
    await Promise.all([
      n.change((now) => ok({ next: now + 5, value: null })),
      name.change(() => ok({ next: 'five', value: null })),
    ])
    expect([n.read(), name.read()]).toEqual([5, 'five'])
    expect(await onDisk(path)).toEqual({ format: 1, n: 5, name: 'five' })
  })
})
