import { mkdir, open, rename, rm, truncate, unlink } from 'node:fs/promises'

/**
 * Every way in which the library changes the disk. Tests stand in front of it to let a write fail as a full or
 * broken disk would.
 */
export interface Disk {
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<void>
  /** Writes a file that must not exist yet, flushed to the disk, for this account only (0600). */
  writeNew(path: string, content: string | Uint8Array): Promise<void>
  /** Adds to a file's end, making the file when there is none. */
  append(path: string, text: string, options: { flush: boolean }): Promise<void>
  truncate(path: string, bytes: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  /** Makes renames and removals in a folder last. */
  flushFolder(path: string): Promise<void>
}

export const realDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  async writeNew(path, content) {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  async append(path, text, { flush }) {
    const file = await open(path, 'a', 0o600)
    try {
      await file.writeFile(text)
      if (flush) await file.sync()
    } finally {
      await file.close()
    }
  },
  async truncate(path, bytes) {
    await truncate(path, bytes)
    const file = await open(path, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename: (from, to) => patiently(() => rename(from, to)),
  remove: (path) => patiently(() => unlink(path)),
  async removeFolder(path) {
    await rm(path, { recursive: true, force: true })
  },
  async flushFolder(path) {
    // Windows flushes a folder with its files and cannot open one.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

const waits = [10, 20, 40, 80, 160, 320, 640]

/** On Windows a virus scanner or indexer may hold a file for a moment: tries again for about a second. */
async function patiently(act: () => Promise<void>): Promise<void> {
  for (const wait of process.platform === 'win32' ? waits : []) {
    try {
      return await act()
    } catch (failure) {
      const code = failure instanceof Error && 'code' in failure ? failure.code : ''
      if (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') throw failure
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return act()
}
