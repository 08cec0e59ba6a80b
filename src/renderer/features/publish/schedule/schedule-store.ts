import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { InputOf } from '../../../../shared/contract'
import type { ScheduleView } from '../../../../shared/contract/ways-out-requests'
import type { AppError } from '../../../../shared/kernel/app-error'
import { useGalley } from '../../../backend'
import { useToasts } from '../../../ui'

/** The exports that the desk makes by itself. */
export const useSchedules = defineStore('schedules', () => {
  const galley = useGalley()
  const toasts = useToasts()
  const schedules = shallowRef<readonly ScheduleView[] | null>(null)
  const failure = shallowRef<AppError | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('schedule.list', {})
    if (asked !== latest) return
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) schedules.value = reply.value
  }

  /** Signs one; gives what went wrong, or null. */
  async function add(wanted: InputOf<'schedule.add'>): Promise<AppError | null> {
    const reply = await galley.request('schedule.add', wanted)
    if (!reply.ok) return reply.error
    await load()
    return null
  }

  /** Takes one off; it can be put back as it was signed. */
  async function remove({ id, words }: ScheduleView): Promise<void> {
    const reply = await galley.request('schedule.remove', { id })
    if (reply.ok) toasts.show({ text: `Taken off: ${words}`, undo: () => putBack(id) })
    await settled(reply.ok ? null : reply.error)
  }

  async function putBack(id: string): Promise<void> {
    const reply = await galley.request('schedule.put-back', { id })
    await settled(reply.ok ? null : reply.error)
  }

  /** Runs one now, whenever it is due. */
  async function run(id: string): Promise<void> {
    const reply = await galley.request('schedule.run', { id })
    await settled(reply.ok ? null : reply.error)
  }

  async function settled(error: AppError | null): Promise<void> {
    await load()
    failure.value ??= error
  }

  return { schedules, failure, load, add, remove, run }
})
