import type { PickedFile } from '../../../shared/contract'

/** A file of the window as the desk takes it: its name, and its bytes in base64. */
async function carried(file: File): Promise<PickedFile> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`))
    reader.readAsDataURL(file)
  })
  return { name: file.name, data: address.slice(address.indexOf(',') + 1) }
}

/** The files of a drop, read; a folder or a file that cannot be read is left out. */
export async function carriedFiles(files: readonly File[]): Promise<PickedFile[]> {
  const read = await Promise.allSettled(files.map(carried))
  return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
