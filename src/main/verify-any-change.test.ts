import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedNewsroom, type SignedNewsroom } from './testing/signed-newsroom'
import { verifyLibrary } from './storage'
import { valueOf } from './services/testing/newsroom'

/** A library as a newsroom leaves it, in which every log, seal and person may be touched. */
let newsroom: SignedNewsroom
let folder: string
let files: { path: string; whole: Buffer; from: number; to: number; named: string }[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-verify-'))
  newsroom = await signedNewsroom(folder)
  const { library, articles } = newsroom
  const place = async (path: string, named: string, part?: RegExp) => {
    const whole = await readFile(join(library, path))
    const found = part ? part.exec(whole.toString('latin1')) : null
    if (part && !found) throw new Error(`${path} has no such part`)
    const from = found?.index ?? 0
    return {
      path: join(library, path),
      whole,
      from,
      to: found ? from + found[0].length : whole.length,
      named,
    }
  }
  files = [
    await place('people.json', 'people.json'),
    await place('library.log.jsonl', 'library.log.jsonl'),
    ...(await Promise.all(articles.map((id) => place(`articles/${id}/log.jsonl`, id)))),
    ...(await Promise.all(
      articles.map((id) => place(`articles/${id}/article.json`, id, / {2}"seal": \{[^]*?\n {2}\},\n/)),
    )),
  ]
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const damages = {
  'a byte changed': (bytes: Buffer, at: number, other: number) =>
    Buffer.concat([
      bytes.subarray(0, at),
      Buffer.of((bytes[at] ?? 0) ^ (1 + (other % 255))),
      bytes.subarray(at + 1),
    ]),
  'a byte removed': (bytes: Buffer, at: number) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  'two bytes swapped': (bytes: Buffer, at: number, other: number) => {
    const swapped = Buffer.from(bytes)
    const to = other % bytes.length
    swapped[at] = bytes[to] ?? 0
    swapped[to] = bytes[at] ?? 0
    return swapped
  },
  'a row removed': (bytes: Buffer, at: number) => {
    const rows = rowsOf(bytes)
    return Buffer.from(rows.toSpliced(at % rows.length, 1).join(''), 'latin1')
  },
  'two rows swapped': (bytes: Buffer, at: number, other: number) => {
    const rows = rowsOf(bytes)
    const [one, two] = [at % rows.length, other % rows.length]
    const swapped = rows.with(one, rows[two] ?? '').with(two, rows[one] ?? '')
    return Buffer.from(swapped.join(''), 'latin1')
  },
} satisfies Record<string, (bytes: Buffer, at: number, other: number) => Buffer>
const rowsOf = (bytes: Buffer): string[] => bytes.toString('latin1').split(/(?<=\n)/)

const problemsNow = async (): Promise<string[]> => valueOf(await verifyLibrary(newsroom.library)).problems

describe('verifying a library of a signed newsroom', () => {
  it('finds nothing wrong with what nobody touched, and says what it looked at', async () => {
    const verdict = valueOf(await verifyLibrary(newsroom.library))
    expect(verdict).toMatchObject({ ok: true, problems: [] })
    expect(verdict.checked).toMatchObject({ articles: 3, receipts: 2 })
    expect(verdict.checked.signed).toBeGreaterThan(20)
  })

  it('reports each of 1,000 changes, removals and swaps of bytes and rows, with the article and row', async () => {
    const tried = new Map<string, number>()
    const damage = fc.record({
      kind: fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
      file: fc.nat(),
      at: fc.nat(),
      other: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ kind, file, at, other }) => {
        const { path, whole, from, to, named } = files[file % files.length] as (typeof files)[number]
        const part = whole.subarray(from, to)
        const spoilt = damages[kind](part, at % part.length, other)
        // Equal bytes or rows that changed their places are no change.
        fc.pre(!spoilt.equals(part))
        await writeFile(path, Buffer.concat([whole.subarray(0, from), spoilt, whole.subarray(to)]))
        const problems = await problemsNow()
        await writeFile(path, whole)
        tried.set(kind, (tried.get(kind) ?? 0) + 1)
        expect(problems.filter((one) => one.includes(named) && /row \d+/.test(one))).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect([...tried.keys()].sort()).toEqual(Object.keys(damages).sort())
    expect(await problemsNow()).toEqual([])
  }, 600_000)
})
