import { randomBytes } from 'node:crypto'
import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk'
import { codeOf } from './faults'

const leftover = /^\..+\.[0-9a-f]{16}\.tmp$/

/** Whether a file's name is that of a copy which a killed process left behind. */
export const isLeftover = (name: string): boolean => leftover.test(name)

/**
 * Writes a whole file so that a kill or a power cut leaves either the old or the new one: a flushed copy beside
 * it, renamed into place, and the folder flushed. A symbolic link is written through.
 * @throws what the operating system says; the old file is untouched and no copy is left
 */
export async function replaceFile(disk: Disk, path: string, content: string | Uint8Array): Promise<void> {
  const target = await behindLink(path)
  const folder = dirname(target)
  const copy = join(folder, `.${basename(target)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    await disk.writeNew(copy, content)
    await disk.rename(copy, target)
  } catch (failure) {
    // What stays behind is taken away on the next opening.
    await disk.remove(copy).catch(() => undefined)
    throw failure
  }
  await disk.flushFolder(folder)
}

/** Where a path really leads; a link that leads nowhere fails with ENOENT rather than being replaced. */
async function behindLink(path: string): Promise<string> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realpath(path) : path
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT' && !(await isLink(path))) return path
    throw failure
  }
}

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )

/** Takes away the copies that killed processes left in a folder; a folder that is not there has none. */
export async function clearLeftovers(disk: Disk, folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (isLeftover(name)) await disk.remove(join(folder, name))
}

/** The names in a folder, in order; none when it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return []
    throw failure
  }
}
