import { importEndings } from '../../../shared/article/text-formats'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PickedFile } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'

/** What became of one file. */
export interface ImportedFile {
  file: string
  article: { id: string; headline: string; warnings: string[] } | null
  error: AppError | null
}

/** What can be imported, by how a file's name ends. */

/** Files becoming articles, one by one; it goes on while the person is elsewhere in the window. */
export const useImport = defineStore('import', () => {
  const galley = useGalley()
  const files = ref<ImportedFile[]>([])
  const total = ref(0)
  const running = ref(false)
  /** Whether the report is being looked at. */
  const shown = ref(false)
  let stopped = false

  const failed = computed(() => files.value.filter((one) => one.error).length)

  async function pickAndImport(): Promise<void> {
    if (running.value) {
      shown.value = true
      return
    }
    const picked = await galley.pickFiles({ title: 'Import articles', kinds: importEndings, several: true })
    await importAll(picked)
  }

  async function importAll(picked: readonly PickedFile[]): Promise<void> {
    if (picked.length === 0) return
    files.value = []
    total.value = picked.length
    stopped = false
    running.value = true
    shown.value = true
    for (const { name, data } of picked) {
      if (stopped) break
      const reply = await galley.request('article.import', { name, data, category: null })
      files.value.push(
        reply.ok
          ? { file: name, article: reply.value, error: null }
          : { file: name, article: null, error: reply.error },
      )
    }
    running.value = false
  }

  const stop = () => {
    stopped = true
  }

  return { files, total, running, shown, failed, pickAndImport, importAll, stop }
})
