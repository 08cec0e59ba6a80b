import { join } from 'node:path'
import type { LastExport } from '../../shared/contract/shapes'
import type { Result } from '../../shared/kernel/result'
import type { ReceiptStore, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { failureOf, inOneLine } from './faults'
import { receiptShape, type ReceiptFile } from './shapes'

const receiptName = /^\d{4}-\d{2}-\d{2}T[\d-]+Z\.json$/

/** What each export did, a file for each, named by its time. */
export class StoredReceipts implements ReceiptStore {
  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  async last(): Promise<LastExport | null> {
    const names = (await namesIn(this.folder)).filter((name) => receiptName.test(name))
    for (const name of names.reverse()) {
      const loaded = await this.#file(name).load()
      if (loaded.ok) {
        const { at, by, folder, report } = loaded.value
        return { at, by, folder, report }
      }
      this.context.report(inOneLine(missingAsDamage(loaded.error)))
    }
    return null
  }

  async write(receipt: ReceiptFile): Promise<Result<void, WriteError>> {
    try {
      await this.context.disk.makeFolder(this.folder)
    } catch (failure) {
      return failureOf(failure, this.folder)
    }
    return this.#file(`${receipt.at.replace(/[:.]/g, '-')}.json`).store(receipt)
  }

  #file(name: string): DurableJsonFile<ReceiptFile> {
    return new DurableJsonFile(join(this.folder, name), receiptShape, this.context)
  }
}
