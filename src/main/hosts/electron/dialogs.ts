import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { PickedFile } from '../../../shared/contract'
import { hostRequests } from '../../../shared/contract/wire'
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

/** Whether a request is for a native dialog instead of the desk. */
export const isDialogRequest = (name: unknown): boolean =>
  name === hostRequests.pickFiles || name === hostRequests.saveAs

/** Shows the dialog a window asked for, in front of it. A malformed request is a bug of ours and throws. */
export async function showDialog(window: BrowserWindow, name: unknown, wanted: unknown): Promise<unknown> {
  return name === hostRequests.pickFiles
    ? pickFiles(window, pickSchema.parse(wanted))
    : saveAs(window, saveSchema.parse(wanted))
}

async function pickFiles(window: BrowserWindow, wanted: z.infer<typeof pickSchema>): Promise<PickedFile[]> {
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

async function saveAs(window: BrowserWindow, wanted: z.infer<typeof saveSchema>): Promise<string | null> {
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
