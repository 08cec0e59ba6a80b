import type { Galley } from '../../../shared/contract'
import { errorText } from '../../../shared/kernel/explain-error'
import type { FileSource } from './dropped-files'
import type { TextToImport } from './part-files'

/** What became of the pictures beside a text: hashes by path, and why others cannot be used. */
interface Uploaded {
  beside: Record<string, string>
  notes: string[]
}

/** Brings the pictures that texts show into the library, each once, however many texts show it. */
export function pictureUploads(galley: Pick<Galley, 'request'>) {
  const known = new Map<FileSource, { hash: string } | { why: string }>()

  async function upload(picture: FileSource): Promise<{ hash: string } | { why: string }> {
    const name = picture.path.split('/').at(-1) ?? picture.path
    const data = await picture.read().catch(() => null)
    if (data === null) return { why: `${name} could not be read.` }
    const added = await galley.request('media.add', { name, data })
    return added.ok ? { hash: added.value.hash } : { why: errorText(added.error) }
  }

  /** The pictures beside a text that it shows. */
  return async function uploadShown({ beside }: TextToImport, name: string, data: string): Promise<Uploaded> {
    const uploaded: Uploaded = { beside: {}, notes: [] }
    if (beside.size === 0 || /\.docx$/i.test(name)) return uploaded
    const shown = await galley.request('import.pictures', { name, data, beside: [...beside.keys()] })
    for (const path of shown.ok ? shown.value : []) {
      const picture = beside.get(path)
      if (!picture) continue
      const done = known.get(picture) ?? (await upload(picture))
      known.set(picture, done)
      if ('hash' in done) uploaded.beside[path] = done.hash
      else uploaded.notes.push(done.why)
    }
    return uploaded
  }
}
