import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { EventOf, ImportedFile } from '../../../shared/contract'
import { importEndings, pictureEndings } from '../../../shared/article/text-formats'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import type { FileSource } from './dropped-files'
import { partFiles, type PartedFiles, type TextToImport } from './part-files'
import { pictureUploads } from './picture-uploads'

/** What became of one file. */
export interface FileImport extends ImportedFile {
  file: string
  error: AppError | null
}

const nothing: ImportedFile = { articles: [], failed: [], notes: [] }
/** The most characters of base64 that one message carries: some 100 MB of bytes. */
const largest = 140_000_000

/** Files becoming articles, one by one; it goes on while the person is elsewhere in the window. */
export const useImport = defineStore('import', () => {
  const galley = useGalley()
  const files = ref<FileImport[]>([])
  /** Files of a folder that are no articles, and why. */
  const skipped = ref<PartedFiles['skipped']>([])
  const total = ref(0)
  const running = ref(false)
  /** Whether the report is being looked at. */
  const shown = ref(false)
  /** How far a file with several articles is. */
  const within = shallowRef<EventOf<'import.progress'> | null>(null)
  let stopped = false

  const made = computed(() => files.value.reduce((count, { articles }) => count + articles.length, 0))
  const failed = computed(() =>
    files.value.reduce((count, one) => count + one.failed.length + (one.error ? 1 : 0), 0),
  )

  async function pickAndImport(folder = false): Promise<void> {
    if (running.value) {
      shown.value = true
      return
    }
    const title = folder ? 'Import a folder' : 'Import articles'
    const kinds = folder ? [...importEndings, ...pictureEndings] : importEndings
    const picked = await galley.pickFiles({ title, kinds, several: true, folder })
    await importAll(picked.map(({ name, data }) => ({ path: name, read: () => Promise.resolve(data) })))
  }

  async function importAll(sources: readonly FileSource[]): Promise<void> {
    if (sources.length === 0 || running.value) return
    const { texts, skipped: others } = partFiles(sources)
    skipped.value = others
    files.value = []
    total.value = texts.length
    stopped = false
    running.value = true
    shown.value = true
    const stopListening = galley.on('import.progress', (event) => (within.value = event))
    const uploadShown = pictureUploads(galley)
    for (const text of texts) {
      if (stopped) break
      within.value = null
      files.value.push({ file: text.file.path, ...(await importOne(text, uploadShown)) })
    }
    stopListening()
    within.value = null
    running.value = false
  }

  async function importOne(
    text: TextToImport,
    uploadShown: ReturnType<typeof pictureUploads>,
  ): Promise<Omit<FileImport, 'file'>> {
    const name = nameIn(text.file.path)
    const data = await text.file.read().catch(() => null)
    if (data === null) return failure(name, 'it could not be read')
    if (data.length > largest) return failure(name, 'it is larger than 100 MB')
    const { beside, notes } = await uploadShown(text, name, data)
    const reply = await galley.request('article.import', { name, data, category: null, beside })
    return reply.ok
      ? { ...reply.value, notes: [...notes, ...reply.value.notes], error: null }
      : { ...nothing, notes, error: reply.error }
  }

  /** Stops after the article at hand. */
  async function stop(): Promise<void> {
    stopped = true
    if (running.value) await galley.request('import.stop', {})
  }

  return { files, skipped, total, running, shown, within, made, failed, pickAndImport, importAll, stop }
})

const nameIn = (path: string): string => path.split('/').at(-1) ?? path
const failure = (file: string, reason: string): Omit<FileImport, 'file'> => ({
  ...nothing,
  error: { code: 'import-failed', file, reason },
})
