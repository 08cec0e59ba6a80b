import type { PickedFile } from '../../../shared/contract'

/** The endings of files that can be pictures, as `pickFiles` wants them. */
export const pictureKinds: readonly string[] = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif']

/** Files that were dropped or pasted, read whole; one that cannot be read (a folder, say) is left out. */
export async function readFiles(files: Iterable<File>): Promise<PickedFile[]> {
  const read = await Promise.all([...files].map(readFile))
  return read.filter((file) => file !== null)
}

function readFile(file: File): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve({ name: file.name, data: url.slice(url.indexOf(',') + 1) })
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}
