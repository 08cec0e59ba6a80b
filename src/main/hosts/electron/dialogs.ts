import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { PickedFile } from '../../../shared/contract'
import { readFolder } from './read-folder'

const pickSchema = z.strictObject({
  title: z.string(),
  kinds: z.array(z.string()),
  several: z.boolean(),
  folder: z.boolean().optional(),
})
const saveSchema = z.strictObject({
  title: z.string(),
  kind: z.enum(['file', 'folder']),
  suggested: z.string(),
})

/** Lets the person pick files in a dialog in front of their window. A malformed request is a bug of ours and throws. */
export async function pickFiles(window: BrowserWindow, asked: unknown): Promise<PickedFile[]> {
  const wanted = pickSchema.parse(asked)
  if (wanted.folder) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: wanted.title,
      properties: ['openDirectory'],
    })
    const [folder] = filePaths
    return canceled || folder === undefined ? [] : readFolder(folder, wanted.kinds)
  }
  const extensions = wanted.kinds.map((kind) => kind.replace(/^\./, ''))
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: wanted.title,
    properties: wanted.several ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: extensions.length > 0 ? [{ name: wanted.title, extensions }] : [],
  })
  if (canceled) return []
  return Promise.all(
    filePaths.map(async (path) => ({
      name: basename(path),
      data: (await readFile(path)).toString('base64'),
    })),
  )
}

/** Lets the person name a file or folder in such a dialog; null when they changed their mind. */
export async function saveAs(window: BrowserWindow, asked: unknown): Promise<string | null> {
  const wanted = saveSchema.parse(asked)
  if (wanted.kind === 'folder') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: wanted.title,
      defaultPath: wanted.suggested,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: wanted.title,
    defaultPath: wanted.suggested,
  })
  return canceled || filePath === '' ? null : filePath
}
