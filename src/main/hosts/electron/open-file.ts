import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { plainFileName } from './plain-file-name'

const openSchema = z.strictObject({ name: z.string(), data: z.base64() })

/** What programs show and none runs. Anything else is shown in its folder, and the person decides. */
const onlyShown = new Set(
  '.pdf .txt .csv .md .png .jpg .jpeg .gif .webp .tif .tiff .mp3 .m4a .wav .ogg .mp4 .mov .docx .xlsx .pptx .odt .ods .eml'.split(
    ' ',
  ),
)

let place: string | null = null
/** A folder of this run’s own, gone when it ends. */
function ownFolder(): string {
  if (place === null) {
    const made = mkdtempSync(join(tmpdir(), 'galley-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    place = made
  }
  return place
}

/** Opens a copy of a file with the program that this machine has for it; nothing of what is changed there comes back. */
export async function openFile(_window: BrowserWindow, asked: unknown): Promise<void> {
  const { name, data } = openSchema.parse(asked)
  const copy = join(await mkdtemp(join(ownFolder(), 'copy-')), plainFileName(name))
  await writeFile(copy, Buffer.from(data, 'base64'), { mode: 0o400 })
  const isShown = onlyShown.has(extname(copy).toLowerCase())
  const failure = isShown ? await shell.openPath(copy) : 'it is no document'
  if (failure !== '') shell.showItemInFolder(copy)
}
