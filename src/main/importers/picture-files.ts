import type { ImportFile, ImportSurroundings } from '../services/importer-ports'
import type { WriteError } from '../services/ports'
import { quoted, type Warnings } from '../../shared/html/warnings'

/** The pictures that a file holds or that stand beside it, kept in the library as they are asked for. */
export interface PictureFiles {
  /**
   * The content hash of the picture that a source names, or null, with a warning that says why.
   * @param others further sources of the same picture, looked at where the first leads nowhere
   */
  keep(source: string, ...others: string[]): Promise<string | null>
  /** The content hash of a picture that the file itself holds, or null, with a warning that says why. */
  keepBytes(name: string, bytes: Uint8Array): Promise<string | null>
  /** Says that a picture is left out, and why. */
  leaveOut(source: string, why: string): null
  /** What kept the library from storing a picture, if anything did: the import must fail then. */
  failure(): WriteError | null
}

/** The pictures of one file: what stands beside it is read through `neighbour`. */
export function openPictureFiles(
  { neighbour }: Pick<ImportFile, 'neighbour'>,
  { keepPicture }: Pick<ImportSurroundings, 'keepPicture'>,
  warnings: Warnings,
): PictureFiles {
  let failure: WriteError | null = null
  const store = async (name: string, bytes: Uint8Array): Promise<string | null> => {
    const kept = await keepPicture(name, bytes)
    if (kept.ok) {
      for (const warning of kept.value.warnings) warnings.add(`${name}: ${warning}`)
      return kept.value.hash
    }
    if (kept.error.code === 'picture-refused')
      warnings.add(`The picture ${quoted(name)} was left out: ${kept.error.reason}.`)
    else failure ??= kept.error
    return null
  }
  const leaveOut = (source: string, why: string): null => {
    warnings.add(`The picture ${quoted(source)} was left out: ${why}.`)
    return null
  }
  /** The first of some files beside this one that is there. */
  const beside = async (paths: readonly string[]): Promise<string | null | undefined> => {
    for (const path of paths) {
      const bytes = (await neighbour?.(path)) ?? null
      if (bytes !== null) return store(path.split('/').at(-1) ?? path, bytes)
    }
    return undefined
  }
  return {
    keepBytes: (name, bytes) => (failure ? Promise.resolve(null) : store(name, bytes)),
    leaveOut,
    async keep(source, ...others) {
      if (failure) return null
      if (/^data:/i.test(source)) {
        const bytes = dataBytes(source)
        return bytes ? store('picture', bytes) : leaveOut(source, 'its data cannot be read')
      }
      if (isElsewhere(source)) {
        const copy = await beside([source, ...others].flatMap(copiesOf))
        return copy === undefined ? leaveOut(source, 'it is on another site') : copy
      }
      const path = pathBeside(source)
      if (path === null) return leaveOut(source, 'it is outside the file’s folder')
      const kept = await beside([path])
      return kept === undefined ? leaveOut(source, 'it was not found beside the file') : kept
    },
    failure: () => failure,
  }
}

/** Whether a source names something on the web rather than a file. */
const isElsewhere = (source: string): boolean => /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(source)

const deepestCopy = 6

/**
 * Where a copy of a picture on the web may stand beside the file: at the end of its address's path, as far as folders
 * were saved with it. WordPress shows scaled copies (`quay-300x200.jpg`) of what it was given.
 */
function copiesOf(source: string): string[] {
  const address = /^https?:\/\/[^/?#]+(\/[^?#]*)/i.exec(source)?.[1]
  const path = address === undefined ? null : pathBeside(address.replace(/^\/+/, ''))
  if (path === null) return []
  const steps = path.split('/').slice(-deepestCopy)
  const paths = steps.map((_, place) => steps.slice(place).join('/'))
  const unscaled = paths.map((one) => one.replace(/-(?:\d{2,5}x\d{2,5}|scaled)(?=\.[^.]+$)/, ''))
  return [...new Set([...unscaled, ...paths])]
}

/** A relative path below the file's own folder, decoded and without `.` steps; null for any other address. */
function pathBeside(source: string): string | null {
  let path = source.replace(/[?#].*$/s, '')
  try {
    path = decodeURIComponent(path)
  } catch {
    // A per cent sign that escapes nothing is a part of the name.
  }
  if (/[\u0000-\u001f\\:]/.test(path) || path.startsWith('/')) return null
  const steps = path.split('/').filter((step) => step !== '' && step !== '.')
  return steps.length === 0 || steps.includes('..') ? null : steps.join('/')
}

/** The bytes of a `data:` address (RFC 2397), or null when it cannot be read. */
function dataBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(',')
  if (comma === -1) return null
  const text = address.slice(comma + 1)
  if (/;\s*base64\s*$/i.test(address.slice(0, comma)))
    return Buffer.from(text.replace(/%[0-9a-f]{2}/gi, decodeEscape), 'base64')
  try {
    return new TextEncoder().encode(decodeURIComponent(text))
  } catch {
    return null
  }
}

const decodeEscape = (escape: string): string => String.fromCharCode(Number.parseInt(escape.slice(1), 16))
