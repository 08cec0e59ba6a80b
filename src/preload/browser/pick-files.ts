import type { FilesWanted, Galley, PickedFile } from '../../shared/contract'

/** The browser's own file dialog, through an input that nobody sees. */
export const pickFiles: Galley['pickFiles'] = (wanted) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = wanted.several
  input.webkitdirectory = wanted.folder === true
  // A folder's dialog shows folders: what is in them is looked through afterwards.
  input.accept = wanted.folder ? '' : wanted.kinds.map(asAccepted).join(',')
  input.ariaLabel = wanted.title
  input.hidden = true
  document.body.append(input)

  return new Promise<File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
    .then((files) => Promise.all(files.filter((file) => isWanted(file, wanted)).map(readFile)))
    .finally(() => input.remove())
}

/** `image/png` and `.md` stand as they are; `md` is an ending. */
const asAccepted = (kind: string): string => (kind.includes('/') || kind.startsWith('.') ? kind : `.${kind}`)

const isWanted = ({ name }: File, { folder, kinds }: FilesWanted): boolean =>
  !folder ||
  (!name.startsWith('.') && kinds.map(asAccepted).some((kind) => name.toLowerCase().endsWith(kind)))

async function readFile(file: File): Promise<PickedFile> {
  const bytes = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read`)))
    reader.readAsDataURL(file)
  })
  return { name: file.webkitRelativePath || file.name, data: bytes.slice(bytes.indexOf(',') + 1) }
}
