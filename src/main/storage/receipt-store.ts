import { join } from 'node:path'
import type { LastExport } from '../../shared/contract/shapes'
import { hashOf } from '../../shared/kernel/hash'
import type { Result } from '../../shared/kernel/result'
import type { Sign } from '../../shared/workflow/signature'
import type { ReceiptStore, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { failureOf, inOneLine } from './faults'
import { receiptShape, type ReceiptFile } from './shapes'

export const receiptName = /^\d{4}-\d{2}-\d{2}T[\d-]+Z\.json$/

/** What each export did, a file for each, named by its time. */
export class StoredReceipts implements ReceiptStore {
  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  async last(): Promise<LastExport | null> {
    const newest = await this.#newest()
    if (!newest) return null
    const { at, by, folder, packed, report } = newest
    return { at, by, folder, ...(packed && { packed }), report }
  }

  async write(receipt: ReceiptFile, sign: Sign | null): Promise<Result<void, WriteError>> {
    try {
      await this.context.disk.makeFolder(this.folder)
    } catch (failure) {
      return failureOf(failure, this.folder)
    }
    const newest = await this.#newest()
    const whole = { ...receipt, previous: newest ? hashOf(newest) : '' }
    const signed = sign ? { ...whole, signed: sign(receiptHash(whole)) } : whole
    return this.#file(`${receipt.at.replace(/[:.]/g, '-')}.json`).store(signed)
  }

  async #newest(): Promise<ReceiptFile | null> {
    const names = (await namesIn(this.folder)).filter((name) => receiptName.test(name))
    for (const name of names.reverse()) {
      const loaded = await this.#file(name).load()
      if (loaded.ok) return loaded.value
      this.context.report(inOneLine(missingAsDamage(loaded.error)))
    }
    return null
  }

  #file(name: string): DurableJsonFile<ReceiptFile> {
    return new DurableJsonFile(join(this.folder, name), receiptShape, this.context)
  }
}

/** What the signature of a receipt is of. */
export const receiptHash = ({ signed: _signed, ...receipt }: ReceiptFile): string => hashOf(receipt)
