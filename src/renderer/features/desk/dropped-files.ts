import { base64Of } from '../../file-bytes'

/** A file that a person chose or dropped, not read yet. */
export interface FileSource {
  /** Its name, after the names of the folders it was chosen with: `Spring/pictures/quay.jpg`. */
  path: string
  /** Its bytes in base64; rejects where it cannot be read. */
  read(): Promise<string>
}

/** Folders are followed no deeper and no further than this: somebody may drop a whole disk. */
const deepest = 6
const most = 20_000

/** Everything that was dropped, folders with what is in them; hidden files are left out. */
export async function droppedFiles(data: DataTransfer): Promise<FileSource[]> {
  // What was dropped is only known until the event is over: it has to be taken before anything is awaited.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const found: FileSource[] = []
  for (const entry of entries) await gather(entry, '', found)
  return found
}

async function gather(entry: FileSystemEntry, folder: string, found: FileSource[]): Promise<void> {
  const path = `${folder}${entry.name}`
  if (entry.name.startsWith('.') || found.length >= most) return
  if (isFile(entry)) {
    found.push({ path, read: async () => base64Of(await fileOf(entry)) })
    return
  }
  if (!isFolder(entry) || path.split('/').length > deepest) return
  for (const inner of await entriesIn(entry)) await gather(inner, `${path}/`, found)
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

/** A folder tells its entries a hundred at a time, and nothing when it has told them all. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'en'))
    all.push(...some)
  }
}
