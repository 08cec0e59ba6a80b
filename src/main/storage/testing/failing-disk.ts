import { appendFile, writeFile } from 'node:fs/promises'
import { realDisk, type Disk } from '../disk'

/** The operating system's answer of a disk that refuses. */
const refusalOf = (code: string): Error => Object.assign(new Error(code), { code })

type Call = { act: keyof Disk; path: string }

/** A real disk that refuses the calls picked out, with an error code such as ENOSPC. */
export function refusingDisk(code: string, refuses: (call: Call) => boolean): Disk {
  return standingBefore(async ({ act, path }, go) => {
    if (refuses({ act, path })) throw refusalOf(code)
    await go()
  })
}

/**
 * A disk on which the process dies in the middle of its call number `last`: half of what that call writes is there,
 * and nothing after it happens.
 */
export function dyingDisk(last: number): Disk & { died: boolean } {
  let calls = 0
  const disk = standingBefore(async ({ act, path }, go, written) => {
    calls += 1
    if (calls > last) {
      if (!watch.died && act === 'append') await appendFile(path, written.slice(0, written.length / 2))
      if (!watch.died && act === 'writeNew') await writeFile(path, written.slice(0, written.length / 2))
      watch.died = true
      throw refusalOf('EDEAD')
    }
    await go()
  })
  const watch = Object.assign(disk, { died: false })
  return watch
}

function standingBefore(
  guard: (call: Call, go: () => Promise<void>, written: string | Uint8Array) => Promise<void>,
): Disk {
  return {
    makeFolder: (path) => guard({ act: 'makeFolder', path }, () => realDisk.makeFolder(path), ''),
    writeNew: (path, content) =>
      guard({ act: 'writeNew', path }, () => realDisk.writeNew(path, content), content),
    append: (path, text, options) =>
      guard({ act: 'append', path }, () => realDisk.append(path, text, options), text),
    truncate: (path, bytes) => guard({ act: 'truncate', path }, () => realDisk.truncate(path, bytes), ''),
    rename: (from, to) => guard({ act: 'rename', path: to }, () => realDisk.rename(from, to), ''),
    remove: (path) => guard({ act: 'remove', path }, () => realDisk.remove(path), ''),
    removeFolder: (path) => guard({ act: 'removeFolder', path }, () => realDisk.removeFolder(path), ''),
    flushFolder: (path) => guard({ act: 'flushFolder', path }, () => realDisk.flushFolder(path), ''),
  }
}
