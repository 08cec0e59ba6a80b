import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { mediaInfoSchema, type MediaInfo } from '../../shared/contract'
import { err, ok } from '../../shared/kernel/result'
import { pixelsOf } from '../../shared/media/crop-box'
import { cropPath, cropPixels } from '../../shared/render/picture-crops'
import { pictureWidths, type PictureFormat } from '../../shared/render/picture-files'
import { iconPath } from '../../shared/render/site-icons'
import type { MediaStore } from '../services/ports'
import { realDisk, type Disk } from '../storage/disk'
import { namesIn, replaceFile } from '../storage/durable-write'
import { failureOf, isSystemFailure } from '../storage/faults'
import { cutPicture } from './cut-picture'
import { encodeCrop, encodeIcon, encodeWidths, type EncodedWidth } from './encode-widths'
import { fileWords } from './file-words'
import { inspectPicture } from './inspect-picture'
import { pictureKinds } from './picture-kinds'

const originalName = /^([0-9a-f]{64})\.(jpg|png|gif|webp|avif)$/

/**
 * The pictures of a library, in its `media` folder: originals named by the SHA-256 of their bytes, and below it two
 * caches that may be deleted, `info/` with what was measured of each and `widths/` with what the site shows.
 */
export const openMediaStore = (folder: string, options: { readOnly: boolean; disk?: Disk }): MediaStore =>
  new PictureFolder(folder, options.readOnly, options.disk ?? realDisk)

class PictureFolder implements MediaStore {
  readonly #known = new Map<string, MediaInfo>()
  readonly #added = new Map<string, number>()
  readonly #encoding = new Map<string, Promise<EncodedWidth[] | null>>()

  constructor(
    private readonly folder: string,
    private readonly readOnly: boolean,
    private readonly disk: Disk,
  ) {}

  add: MediaStore['add'] = async (name, bytes) => {
    if (this.readOnly) return err({ code: 'read-only', holder: 'it was opened to read only' })
    const inspected = await inspectPicture(bytes)
    if (!inspected.ok) return err({ code: 'picture-refused', name, reason: inspected.error })
    const { kind, ...facts } = inspected.value
    const hash = createHash('sha256').update(bytes).digest('hex')
    const info: MediaInfo = { hash, ...facts }
    const path = join(this.folder, `${hash}.${kind.extension}`)
    const already = await this.#holds(path, bytes.length)
    try {
      if (!already) {
        await this.disk.makeFolder(this.folder)
        await replaceFile(this.disk, path, bytes)
      }
    } catch (failure) {
      return failureOf(failure, path)
    }
    await this.#remember(info).catch(onlySystemFailures)
    return ok({ ...info, already })
  }

  find: MediaStore['find'] = async (hash) => {
    if (!isHash(hash)) return null
    const known = this.#known.get(hash)
    if (known) return known
    const noted = await this.#notedInfo(hash)
    if (noted) {
      this.#known.set(hash, noted)
      return noted
    }
    const original = await this.original(hash)
    const inspected = original && (await inspectPicture(original.bytes))
    if (!inspected?.ok) return null
    const { kind: _, ...facts } = inspected.value
    const info = { hash, ...facts }
    await this.#remember(info).catch(onlySystemFailures)
    return info
  }

  list: MediaStore['list'] = async () => {
    const found: { info: MediaInfo; added: number }[] = []
    for (const name of await namesIn(this.folder)) {
      const hash = originalName.exec(name)?.[1]
      const info = hash && (await this.find(hash))
      if (info) found.push({ info, added: await this.#addedAt(name) })
    }
    return found.sort((a, b) => b.added - a.added).map(({ info }) => info)
  }

  /** When a file came into the folder, in milliseconds. Originals never change, so it is asked for once. */
  async #addedAt(name: string): Promise<number> {
    const known = this.#added.get(name)
    if (known !== undefined) return known
    const { mtimeMs } = await stat(join(this.folder, name))
    this.#added.set(name, mtimeMs)
    return mtimeMs
  }

  original: MediaStore['original'] = async (hash) => {
    if (!isHash(hash)) return null
    for (const { type, extension } of pictureKinds) {
      const bytes = await readOrNull(join(this.folder, `${hash}.${extension}`))
      if (bytes) return { type, bytes }
    }
    return null
  }

  atWidth: MediaStore['atWidth'] = async (hash, width, format) => {
    const info = await this.find(hash)
    if (!info || !pictureWidths(info.width).includes(width)) return null
    const cached = await readOrNull(this.#widthPath(hash, width, format))
    if (cached && cached.length > 0) return cached
    const encoded = await this.#encode(info, format)
    return encoded?.find((one) => one.width === width)?.bytes ?? null
  }

  crop: MediaStore['crop'] = (crop) =>
    this.#made(basename(cropPath(crop)), crop.hash, (original, info) =>
      encodeCrop(original, cropPixels(crop, info)),
    )

  icon: MediaStore['icon'] = (icon) =>
    this.#made(basename(iconPath(icon)), icon.hash, (original) => encodeIcon(original, icon.size))

  /** What is made of an original once and kept under a name of its own; null where the original cannot be read. */
  async #made(
    name: string,
    hash: string,
    make: (original: Uint8Array, info: MediaInfo) => Promise<Uint8Array>,
  ): Promise<Uint8Array | null> {
    const path = join(this.folder, 'widths', name)
    const cached = await readOrNull(path)
    if (cached && cached.length > 0) return cached
    const [info, original] = await Promise.all([this.find(hash), this.original(hash)])
    if (!info || !original) return null
    const bytes = await make(original.bytes, info).catch(() => null)
    if (!bytes || this.readOnly) return bytes
    try {
      await this.disk.makeFolder(join(this.folder, 'widths'))
      await replaceFile(this.disk, path, bytes)
    } catch (failure) {
      onlySystemFailures(failure)
    }
    return bytes
  }

  wordsInside: MediaStore['wordsInside'] = fileWords

  cut: MediaStore['cut'] = async (hash, box) => {
    const [info, original] = await Promise.all([this.find(hash), this.original(hash)])
    if (!info || !original) return null
    return cutPicture(original.bytes, pixelsOf(box, info), info.type).catch(() => null)
  }

  /**
   * Every width of a format at once; whoever asks meanwhile waits for the same work. The other formats wait until
   * they are asked for: the desk shows one that is quick to make, and only an export needs the slow one.
   */
  #encode(info: MediaInfo, format: PictureFormat): Promise<EncodedWidth[] | null> {
    const name = `${info.hash}.${format}`
    const running = this.#encoding.get(name)
    if (running) return running
    const work = this.#encodeAndCache(info, format).finally(() => this.#encoding.delete(name))
    this.#encoding.set(name, work)
    return work
  }

  async #encodeAndCache(info: MediaInfo, format: PictureFormat): Promise<EncodedWidth[] | null> {
    const original = await this.original(info.hash)
    if (!original) return null
    const encoded = await encodeWidths(original.bytes, info, format).catch(() => null)
    if (!encoded || this.readOnly) return encoded
    try {
      await this.disk.makeFolder(join(this.folder, 'widths'))
      for (const { width, bytes } of encoded) {
        await replaceFile(this.disk, this.#widthPath(info.hash, width, format), bytes)
      }
    } catch (failure) {
      onlySystemFailures(failure)
    }
    return encoded
  }

  async #holds(path: string, bytes: number): Promise<boolean> {
    const kept = await stat(path).catch(onlySystemFailures)
    return kept?.size === bytes
  }

  async #notedInfo(hash: string): Promise<MediaInfo | null> {
    const text = await readOrNull(this.#infoPath(hash))
    if (!text) return null
    const info = mediaInfoSchema.safeParse(parseJson(text.toString('utf8')))
    if (!info.success || info.data.hash !== hash) return null
    // The note may have outlived its picture.
    const kind = pictureKinds.find(({ type }) => type === info.data.type)
    const path = join(this.folder, `${hash}.${kind?.extension ?? ''}`)
    return (await this.#holds(path, info.data.bytes)) ? info.data : null
  }

  async #remember(info: MediaInfo): Promise<void> {
    this.#known.set(info.hash, info)
    if (this.readOnly) return
    await this.disk.makeFolder(join(this.folder, 'info'))
    await replaceFile(this.disk, this.#infoPath(info.hash), `${JSON.stringify(info)}\n`)
  }

  #infoPath(hash: string): string {
    return join(this.folder, 'info', `${hash}.json`)
  }

  #widthPath(hash: string, width: number, format: PictureFormat): string {
    return join(this.folder, 'widths', `${hash}-${width}.${format}`)
  }
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** A cache that cannot be written costs time, not work; a bug is thrown on. */
function onlySystemFailures(failure: unknown): null {
  if (!isSystemFailure(failure)) throw failure
  return null
}

const readOrNull = (path: string): Promise<Buffer | null> => readFile(path).catch(onlySystemFailures)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
