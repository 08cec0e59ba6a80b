import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { shell, type BrowserWindow } from 'electron'
import { z } from 'zod'

/** Shows a folder, or a file in its folder, with this machine's own file manager; whether it could. No file is opened. */
export async function showPlace(_window: BrowserWindow, asked: unknown): Promise<boolean> {
  const path = z.string().parse(asked)
  const found = isAbsolute(path) ? await stat(path).catch(() => null) : null
  if (found?.isDirectory()) return (await shell.openPath(path)) === ''
  if (found) shell.showItemInFolder(path)
  return found !== null
}
