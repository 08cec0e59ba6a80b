import { join } from 'node:path'
import { hashOf } from '../../shared/kernel/hash'
import type { StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { receiptHash, receiptName } from './receipt-store'
import { receiptShape, type ReceiptFile } from './shapes'
import { checkFile } from './verify-bytes'
import { hadKey, signatureProblem, type Witnesses } from './verify-signatures'

/** A row that a receipt vouches for. */
export interface Head {
  hash: string
  receipt: string
}

/** What the receipts vouch for, and what is wrong with themselves. */
export interface CheckedReceipts {
  count: number
  /** For each article that ever went out, the rows its log must hold. */
  articles: Map<string, Head[]>
  /** The rows that the library's log must hold. */
  library: Head[]
  /** A sentence each, beginning with the file. */
  problems: string[]
}

/**
 * Reads every receipt. Each follows another by its hash, so that one which is gone is missed by the next; the newest is
 * missed by nobody.
 */
export async function checkReceipts(
  folder: string,
  context: StorageContext,
  witnesses: Witnesses,
): Promise<CheckedReceipts> {
  const found: CheckedReceipts = { count: 0, articles: new Map(), library: [], problems: [] }
  const hashes = new Set([''])
  const followed: Head[] = []
  for (const name of (await namesIn(folder)).filter((name) => receiptName.test(name))) {
    const receipt = `receipts/${name}`
    const { value, problems } = await checkFile(join(folder, name), receiptShape, context, {
      // Earlier versions wrote them in another order of members.
      inOrder: ({ previous }) => previous !== undefined,
    })
    found.count += 1
    found.problems.push(...problems.map((words) => `${receipt}: ${words}`))
    if (!value) continue
    found.problems.push(...signedByExporter(value, witnesses).map((words) => `${receipt}: ${words}`))
    hashes.add(hashOf(value))
    if (value.previous) followed.push({ hash: value.previous, receipt })
    if (value.libraryLog) found.library.push({ hash: value.libraryLog, receipt })
    for (const { id, before, log } of value.exported ?? []) {
      const heads = found.articles.get(id) ?? []
      for (const hash of [before, log]) if (hash) heads.push({ hash, receipt })
      found.articles.set(id, heads)
    }
  }
  for (const { hash, receipt } of followed)
    if (!hashes.has(hash))
      found.problems.push(`${receipt}: the receipt that it follows was changed or is gone.`)
  return found
}

function signedByExporter(receipt: ReceiptFile, witnesses: Witnesses): string[] {
  const { person, at, signed } = receipt
  if (person === undefined) return []
  const problem = signatureProblem({ by: person, at }, signed, receiptHash(receipt), witnesses)
  if (problem !== null) return [`it ${problem}.`]
  return !signed && hadKey({ by: person, at }, witnesses)
    ? ['it is not signed, though whoever exported had a key.']
    : []
}
