import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PickedFile } from '../../../shared/contract'

/** Folders are followed no deeper, and no more is read: somebody may pick a whole disk. */
const deepest = 4
const mostBytes = 400_000_000

/** The files of a folder and of those in it that end in one of some kinds, named from the folder itself on. */
export async function readFolder(folder: string, kinds: readonly string[]): Promise<PickedFile[]> {
  const endings = kinds.map((kind) => `.${kind.replace(/^\./, '').toLowerCase()}`)
  const files: PickedFile[] = []
  let left = mostBytes
  const look = async (path: string, name: string, depth: number): Promise<void> => {
    const inside = await readdir(path, { withFileTypes: true }).catch(() => [])
    for (const entry of inside.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
      const [at, called] = [join(path, entry.name), `${name}/${entry.name}`]
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && depth < deepest) await look(at, called, depth + 1)
      if (!entry.isFile() || !endings.some((ending) => entry.name.toLowerCase().endsWith(ending))) continue
      left -= (await stat(at)).size
      if (left < 0) return
      files.push({ name: called, data: (await readFile(at)).toString('base64') })
    }
  }
  await look(folder, basename(folder), 1)
  return files
}
