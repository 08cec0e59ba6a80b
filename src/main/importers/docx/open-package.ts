import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { whyNoWordParts } from './kind-of-bytes'
import { bombed, docxLimits, tooLargeUnpacked, tooManyEntries } from './limits'

/** The parts of a Word file by their names, unpacked. */
export type WordParts = ReadonlyMap<string, Buffer>

const damaged = 'it is damaged or cut short'

/** Unpacks a Word file within its limits: nothing reaches the disk, and no more is inflated than was declared. */
export async function openPackage(bytes: Buffer): Promise<Result<WordParts, string>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    return zip.entryCount > docxLimits.entries ? err(tooManyEntries) : await unpack(zip)
  } catch (failure) {
    return err(reasonOf(failure))
  }
}

async function unpack(zip: ZipFile): Promise<Result<WordParts, string>> {
  const parts = new Map<string, Buffer>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return err('it is encrypted with a password; save it without one')
    if (entry.fileName.endsWith('/') || parts.has(entry.fileName)) continue
    unpacked += entry.uncompressedSize
    if (unpacked > docxLimits.bytes) return err(isBomb(entry) ? bombed : tooLargeUnpacked)
    if (isBomb(entry)) return err(bombed)
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  const refusal = whyNoWordParts(new Set(parts.keys()), parts.get('mimetype')?.toString('latin1') ?? '')
  if (refusal !== null) return err(refusal)
  return declaresEntities(parts) ? err('it declares XML entities, as no Word file does') : ok(parts)
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > docxLimits.smallPart && uncompressedSize > compressedSize * docxLimits.ratio

/** Office’s XML has no document types (ECMA-376 part 2 §9.1.2): only an attack declares one. */
const declaresEntities = (parts: WordParts): boolean =>
  [...parts].some(([name, bytes]) => /\.(?:xml|rels)$/i.test(name) && bytes.includes('<!DOCTYPE'))

/** The zip reader’s complaints, as far as they mean something to a person. */
function reasonOf(failure: unknown): string {
  const message = failure instanceof Error ? failure.message : ''
  if (/relative path|absolute path|invalid characters in fileName/i.test(message))
    return 'it names a part outside of itself, as no honest Word file does'
  if (/encrypt/i.test(message)) return 'it is encrypted with a password; save it without one'
  return damaged
}
