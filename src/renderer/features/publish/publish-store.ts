import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { EventOf, InputOf, LastExport, OutputOf, ReplyOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'

/** How many changes a dry run shows by name. */
const shownChanges = 200

/** What can be exported, and the export that is running or ran last. */
export const usePublish = defineStore('publish', () => {
  const galley = useGalley()
  const session = useSession()

  const ready = shallowRef<OutputOf<'publish.ready'> | null>(null)
  const loadFailure = shallowRef<AppError | null>(null)
  const exportFailure = shallowRef<AppError | null>(null)
  /** Null while no export runs; a total of 0 while nothing is counted yet. */
  const progress = shallowRef<EventOf<'export.progress'> | null>(null)
  const stopping = shallowRef(false)
  /** What the next export would do, as it was looked at last; gone once something was exported. */
  const foretold = shallowRef<OutputOf<'publish.dry-run'> | null>(null)
  const exporting = computed(() => progress.value !== null)
  const finished = shallowRef<LastExport | null>(null)
  /** The newest export known here: one that changed nothing leaves no receipt, yet its person wants to see that. */
  const last = computed(() => newer(finished.value, ready.value?.last ?? null))
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('publish.ready', {})
    if (asked !== latest) return
    loadFailure.value = reply.ok ? null : reply.error
    if (reply.ok) ready.value = reply.value
  }

  /** Exports the whole site into a folder of this machine; gives whether it was written. */
  const exportSite = (folder: string): Promise<boolean> =>
    exportBy(() => galley.request('publish.export', { folder }))

  /** Exports the site into a zip file, or what changed since an earlier export; gives whether it was written. */
  const pack = (wanted: Omit<InputOf<'publish.pack'>, 'asOf'>): Promise<boolean> =>
    exportBy(() => galley.request('publish.pack', wanted))

  async function exportBy(ask: () => Promise<ReplyOf<'publish.export'>>): Promise<boolean> {
    const reply = await underWay(ask)
    if (!reply?.ok) return false
    finished.value = reply.value
    foretold.value = null
    await load()
    return true
  }

  /** Looks at what an export into a folder would change; nothing is written. */
  async function foretell(folder: string): Promise<void> {
    const reply = await underWay(() => galley.request('publish.dry-run', { folder, limit: shownChanges }))
    foretold.value = reply?.ok ? reply.value : null
  }

  /** Shows how far something is that takes its time, and what it met; null where something else is under way. */
  async function underWay<T>(ask: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError> | null> {
    if (exporting.value) return null
    exportFailure.value = null
    progress.value = { done: 0, total: 0, stage: 'Starting' }
    const stopListening = galley.on('export.progress', (event) => (progress.value = event))
    const reply = await ask()
    stopListening()
    progress.value = null
    stopping.value = false
    if (!reply.ok) {
      exportFailure.value = reply.error
      await load()
    }
    return reply
  }

  /** Asks the running export to stop; it then ends as cancelled. */
  async function cancel(): Promise<void> {
    stopping.value = true
    const reply = await galley.request('publish.cancel', {})
    if (!reply.ok) stopping.value = false
  }

  /** Writes one approved article as a single file; gives what went wrong, or null. */
  async function saveArticle(
    id: string,
    form: InputOf<'publish.article'>['form'],
    file: string,
  ): Promise<AppError | null> {
    const reply = await galley.request('publish.article', { id, form, file })
    return reply.ok ? null : reply.error
  }

  watch(
    () => session.library?.path,
    () => {
      latest += 1
      ready.value = null
      finished.value = null
      exportFailure.value = null
      foretold.value = null
    },
  )

  return {
    ready,
    last,
    loadFailure,
    exportFailure,
    progress,
    exporting,
    stopping,
    load,
    foretold,
    exportSite,
    pack,
    foretell,
    cancel,
    saveArticle,
  }
})

const newer = (one: LastExport | null, other: LastExport | null): LastExport | null =>
  one && other ? (one.at >= other.at ? one : other) : (one ?? other)
