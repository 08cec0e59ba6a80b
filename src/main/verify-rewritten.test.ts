import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../shared/kernel/canonical-json'
import { chainRow, type Chained, type LogRow } from '../shared/workflow/log'
import { valueOf } from './services/testing/newsroom'
import { verifyLibrary } from './storage'
import { signedNewsroom, type SignedNewsroom } from './testing/signed-newsroom'

/** What somebody with the files, and with all the time in the world, tries in order not to be noticed. */
let folder: string
let newsroom: SignedNewsroom
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-rewritten-'))
  newsroom = await signedNewsroom(folder)
}, 60_000)
beforeEach(async () => {
  path = join(folder, 'copy')
  await rm(path, { recursive: true, force: true })
  await cp(newsroom.library, path, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const problemsNow = async (): Promise<string[]> => valueOf(await verifyLibrary(path)).problems
const rowsIn = async <R extends Chained = LogRow>(file: string): Promise<R[]> =>
  (await readFile(join(path, file), 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as R)
const writeRows = (file: string, rows: readonly Chained[]): Promise<void> =>
  writeFile(join(path, file), rows.map((row) => `${canonicalJson(row)}\n`).join(''))
const change = async (file: string, edit: (stored: Record<string, never>) => unknown): Promise<void> => {
  const stored = JSON.parse(await readFile(join(path, file), 'utf8')) as Record<string, never>
  await writeFile(join(path, file), `${JSON.stringify(edit(stored), null, 1)}\n`)
}
/** The rows chained anew, as if they had been written that way. */
const chained = (rows: readonly LogRow[], edit: (row: LogRow) => Partial<LogRow>): LogRow[] =>
  rows.reduce<LogRow[]>((done, row) => {
    const {
      sequence: _sequence,
      previous: _previous,
      hash: _hash,
      signed,
      ...entry
    } = { ...row, ...edit(row) }
    return [...done, chainRow({ ...entry, ...(signed && { signed }) }, done.at(-1)) as LogRow]
  }, [])

/** A log of the first article, written anew, and its article made to fit. */
async function rewrite(edit: (row: LogRow) => Partial<LogRow>): Promise<{ id: string }> {
  const id = newsroom.articles[0] ?? ''
  const log = `articles/${id}/log.jsonl`
  const rows = chained(await rowsIn(log), edit)
  await writeRows(log, rows)
  const last = rows.at(-1)
  const head = { sequence: last?.sequence, hash: last?.hash }
  await change(`articles/${id}/article.json`, (article) => ({ ...article, head }))
  return { id }
}

describe('a log that was written anew', () => {
  it('is found by the receipt that knew its last row, and by signatures that no longer fit', async () => {
    const { id } = await rewrite(({ action }) =>
      action === 'approve' ? { note: 'as the publisher wished' } : {},
    )
    const problems = await problemsNow()
    expect(problems).toContainEqual(
      expect.stringMatching(
        new RegExp(`^articles/${id}/log.jsonl .*written anew: a row that receipts/.* is gone`),
      ),
    )
    expect(problems).toContainEqual(expect.stringMatching(/row \d+ carries a signature that is not Cleo’s/))
  })

  it('is found where its signatures were left out', async () => {
    await rewrite(() => ({ signed: undefined }))
    const problems = await problemsNow()
    expect(problems).toContainEqual(expect.stringMatching(/row 2 is not signed, though Edda had a key/))
    expect(problems).toContainEqual(expect.stringMatching(/a row that receipts\/.* vouches for is gone/))
  })

  it('is found by the receipt however its rows are signed', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const forge = (hash: string): string => signBytes(null, Buffer.from(hash), privateKey).toString('base64')
    await rewrite((row) => ({ signed: row.signed && { ...row.signed, signature: forge(row.hash) } }))
    const receipts = (await problemsNow()).filter((one) => one.includes('written anew'))
    expect(receipts).not.toEqual([])
  })

  it('is found when it was cut, though the article was made to fit', async () => {
    const id = newsroom.articles[1] ?? ''
    const log = `articles/${id}/log.jsonl`
    const rows = (await rowsIn(log)).slice(0, -2)
    await writeRows(log, rows)
    expect(await problemsNow()).toContainEqual(
      expect.stringMatching(/its log is cut: it ended at row \d+, and now at row \d+/),
    )
    await change(`articles/${id}/article.json`, (article) => ({
      ...article,
      head: { sequence: rows.length, hash: rows.at(-1)?.hash },
    }))
    expect(await problemsNow()).toContainEqual(expect.stringContaining('vouches for is gone'))
  })

  it('is found when it is the library’s: cut, or written anew', async () => {
    const rows = await rowsIn('library.log.jsonl')
    await writeRows('library.log.jsonl', rows.slice(0, -1))
    expect(await problemsNow()).toContainEqual(expect.stringContaining('library.log.jsonl: it is cut'))
    const last = rows.at(-2)
    const head = { format: 1, sequence: last?.sequence, hash: last?.hash }
    await writeFile(join(path, 'library.head.json'), `${JSON.stringify(head, null, 1)}\n`)
    expect(await problemsNow()).toContainEqual(
      expect.stringMatching(/library.log.jsonl: it was written anew: a row that receipts\//),
    )
  })
})

describe('receipts', () => {
  const receiptNames = async (): Promise<string[]> => (await readdir(join(path, 'receipts'))).sort()

  it('are signed: a changed one is named', async () => {
    const [first = ''] = await receiptNames()
    await change(`receipts/${first}`, (receipt) => ({ ...receipt, by: 'Somebody else' }))
    expect(await problemsNow()).toContainEqual(`receipts/${first}: it carries a signature that is not Pia’s.`)
  })

  it('follow each other: one that is gone is missed', async () => {
    const [first = ''] = await receiptNames()
    await rm(join(path, 'receipts', first))
    expect(await problemsNow()).toContainEqual(
      expect.stringMatching(/the receipt that it follows was changed or is gone/),
    )
  })

  it('know of articles that are gone', async () => {
    const id = newsroom.articles[0] ?? ''
    await rm(join(path, 'articles', id), { recursive: true })
    expect(await problemsNow()).toContainEqual(
      expect.stringMatching(
        new RegExp(`^articles/${id}: it is gone; receipts/.* tells that it was exported`),
      ),
    )
  })
})

describe('people', () => {
  it('cannot be given another role or key behind the desk’s back', async () => {
    await change('people.json', (stored) => ({
      ...stored,
      people: (stored.people as unknown as { role: string }[]).map((one) => ({ ...one, role: 'admin' })),
    }))
    expect(await problemsNow()).toContainEqual(
      expect.stringMatching(/^people.json \(at row \d+ of library.log.jsonl\): it is not what the last row/),
    )
  })
})
