import { onScopeDispose, shallowRef } from 'vue'
import type { RecordRow, Verdict } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'

/** The record of an article, or of people and settings for null, and how to save it. */
export function useRecord(id: () => string | null) {
  const galley = useGalley()
  const rows = shallowRef<readonly RecordRow[]>([])
  const failure = shallowRef<AppError | null>(null)
  /** Where the record was saved last. */
  const saved = shallowRef('')

  async function load(): Promise<void> {
    const wanted = id()
    const reply = await galley.request('record.read', { id: wanted })
    if (wanted !== id()) return
    failure.value = reply.ok ? null : reply.error
    rows.value = reply.ok ? reply.value : []
  }

  async function save(form: 'csv' | 'page'): Promise<void> {
    saved.value = ''
    const suggested = `record${id() === null ? '' : `-${id()}`}.${form === 'csv' ? 'csv' : 'html'}`
    const file = await galley.saveAs({ title: 'Save record', kind: 'file', suggested })
    if (file === null) return
    const reply = await galley.request('record.export', { id: id(), form, file })
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) saved.value = reply.value.file
  }

  return { rows, failure, saved, load, save }
}

/** Looks over the whole library and tells how far it is and what it found. */
export function useVerifying() {
  const galley = useGalley()
  const progress = shallowRef<{ done: number; total: number } | null>(null)
  const verdict = shallowRef<Verdict | null>(null)
  const failure = shallowRef<AppError | null>(null)
  onScopeDispose(galley.on('verify.progress', (event) => progress.value && (progress.value = event)))

  async function verify(): Promise<void> {
    if (progress.value) return
    progress.value = { done: 0, total: 0 }
    verdict.value = null
    const reply = await galley.request('library.verify', {})
    progress.value = null
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) verdict.value = reply.value
  }

  return { progress, verdict, failure, verify }
}
