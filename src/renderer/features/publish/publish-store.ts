import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { LastExport, OutputOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import type { ExportProgress } from './time-left'

type Ready = OutputOf<'publish.ready'>

/** What can be exported, and the export that is running or ran last. */
export const usePublish = defineStore('publish', () => {
  const galley = useGalley()

  const ready = shallowRef<Ready | null>(null)
  const last = shallowRef<LastExport | null>(null)
  const loadFailure = shallowRef<AppError | null>(null)
  const exportFailure = shallowRef<AppError | null>(null)
  /** Null while no export runs. */
  const progress = shallowRef<(ExportProgress & { elapsed: number }) | null>(null)
  const stopping = shallowRef(false)
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('publish.ready', {})
    if (asked !== latest) return
    loadFailure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    ready.value = reply.value
    last.value = reply.value.last
  }

  /** Exports the whole site into a folder of this machine; gives whether it was written. */
  async function exportSite(folder: string): Promise<boolean> {
    if (progress.value) return false
    const startedAt = Date.now()
    exportFailure.value = null
    progress.value = { done: 0, total: 0, stage: 'Starting', elapsed: 0 }
    const stopListening = galley.on('export.progress', (event) => {
      progress.value = { ...event, elapsed: Date.now() - startedAt }
    })
    const reply = await galley.request('publish.export', { folder })
    stopListening()
    progress.value = null
    stopping.value = false
    if (reply.ok) last.value = reply.value
    else exportFailure.value = reply.error
    await load()
    return reply.ok
  }

  /** Asks the running export to stop; it answers as cancelled. */
  async function cancel(): Promise<void> {
    stopping.value = true
    const reply = await galley.request('publish.cancel', {})
    if (!reply.ok) stopping.value = false
  }

  return { ready, last, loadFailure, exportFailure, progress, stopping, load, exportSite, cancel }
})
