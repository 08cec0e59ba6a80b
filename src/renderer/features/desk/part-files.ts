import { formatOf, isPictureName, whyNotImported } from '../../../shared/article/text-formats'
import type { FileSource } from './dropped-files'

/** A file to be imported, and the pictures that stand beside it or below, by their paths from there. */
export interface TextToImport {
  file: FileSource
  beside: ReadonlyMap<string, FileSource>
}

/** Files parted into what is imported and what is not. */
export interface PartedFiles {
  texts: TextToImport[]
  skipped: { file: string; why: string }[]
}

/**
 * Which files are imported: those chosen by themselves, and a chosen folder's own. Pictures only stand there for the
 * texts beside or above them. Pure.
 */
export function partFiles(sources: readonly FileSource[]): PartedFiles {
  const pictures = sources.filter(({ path }) => isPictureName(path))
  const others = sources.filter(({ path }) => !isPictureName(path))
  // Somebody who chooses only pictures is told what can be imported.
  const wanted = others.length > 0 ? others : pictures
  const parted: PartedFiles = { texts: [], skipped: [] }
  for (const file of wanted) {
    const depth = file.path.split('/').length - 1
    if (depth === 0 || (depth === 1 && formatOf(file.path) !== null)) {
      parted.texts.push({ file, beside: picturesBeside(file.path, pictures) })
    } else if (depth === 1) parted.skipped.push({ file: file.path, why: whyNotImported(file.path) })
    else if (formatOf(file.path) !== null)
      parted.skipped.push({
        file: file.path,
        why: 'it is in a folder inside the folder; import that one by itself',
      })
  }
  return parted
}

function picturesBeside(path: string, pictures: readonly FileSource[]): Map<string, FileSource> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return new Map(
    pictures
      .filter((one) => one.path.startsWith(folder))
      .map((one) => [one.path.slice(folder.length), one] as const),
  )
}
