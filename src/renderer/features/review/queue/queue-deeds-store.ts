import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { InputOf, Moved } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { errorText } from '../../../../shared/kernel/explain-error'
import { moves } from '../../../../shared/workflow/moves'
import { useGalley } from '../../../backend'
import { useToasts } from '../../../ui'
import { useReviewQueue } from './queue-store'

export type BulkMove = InputOf<'queue.move'>['move']
type Reply = { ok: true } | { ok: false; error: AppError }

/** What has to be said before a deed: a note for a move, or to whom a review goes. */
export type Asking =
  { kind: 'note'; move: BulkMove; ids: readonly string[] } | { kind: 'hand-over'; ids: readonly string[] }

/** What became of several articles; shown where some were refused. */
export interface DeedReport {
  title: string
  rows: readonly Moved[]
}

const undoOf: Partial<Record<BulkMove, { move: BulkMove; said: (count: number) => string }>> = {
  hold: { move: 'resume', said: (count) => `${articles(count)} held.` },
  spike: {
    move: 'restore',
    said: (count) =>
      `${articles(count)} spiked. Undo brings ${count === 1 ? 'it back as a draft' : 'them back as drafts'}.`,
  },
}
const articles = (count: number): string => (count === 1 ? 'One article' : `${count} articles`)

/** What is done with articles of the queue, one or several, with a report of those that refused. */
export const useQueueDeeds = defineStore('queue-deeds', () => {
  const galley = useGalley()
  const queue = useReviewQueue()
  const toasts = useToasts()

  const busy = ref(false)
  const progress = shallowRef<{ title: string; done: number; total: number } | null>(null)
  const report = shallowRef<DeedReport | null>(null)
  const asking = shallowRef<Asking | null>(null)
  /** What the last deed did, in words for a screen reader. */
  const said = ref('')

  galley.on('queue.progress', ({ done, total }) => {
    if (progress.value) progress.value = { ...progress.value, done, total }
  })

  /** Begins a move: asks for its note first where it needs one. */
  function begin(ids: readonly string[], name: BulkMove): void {
    if (moves[name].noteFor === undefined) void move(ids, name)
    else asking.value = { kind: 'note', move: name, ids }
  }

  /** Makes one move of some articles. What can be taken back is, from a toast, instead of being asked for before. */
  async function move(ids: readonly string[], name: BulkMove, note = ''): Promise<void> {
    const rows = await carryOut(moves[name].title, ids, () => moveAll(ids, name, note))
    const moved = rows.filter(({ refused }) => refused === null).map(({ id }) => id)
    const undo = undoOf[name]
    if (!undo || moved.length === 0) return
    toasts.show({ text: undo.said(moved.length), undo: () => move(moved, undo.move) })
  }

  async function moveAll(ids: readonly string[], name: BulkMove, note: string): Promise<readonly Moved[]> {
    const reply = await galley.request('queue.move', { ids: [...ids], move: name, note })
    return reply.ok ? reply.value : ids.map((id) => toldOf(id, reply))
  }

  /** Takes reviews; the one of somebody else only as the queue shows it. */
  const claim = (ids: readonly string[]): Promise<readonly Moved[]> =>
    each('Take the review', ids, (id) => {
      const from = queue.rows.find((row) => row.id === id)?.assignee?.id
      return galley.request('queue.claim', from === undefined ? { id } : { id, from })
    })

  const handOver = (ids: readonly string[], to: string, note: string): Promise<readonly Moved[]> =>
    each('Hand the review over', ids, (id) => galley.request('queue.hand-over', { id, to, note }))

  const giveBack = (ids: readonly string[]): Promise<readonly Moved[]> =>
    each('Give the review back', ids, (id) => galley.request('queue.give-back', { id }))

  const plan = (
    ids: readonly string[],
    wanted: Omit<InputOf<'queue.plan'>, 'id'>,
  ): Promise<readonly Moved[]> => each('Plan', ids, (id) => galley.request('queue.plan', { id, ...wanted }))

  const each = (
    title: string,
    ids: readonly string[],
    ask: (id: string) => Promise<Reply>,
  ): Promise<readonly Moved[]> =>
    carryOut(title, ids, async () => {
      const rows: Moved[] = []
      for (const id of ids) {
        progress.value = { title, done: rows.length, total: ids.length }
        rows.push(toldOf(id, await ask(id)))
      }
      return rows
    })

  async function carryOut(
    title: string,
    ids: readonly string[],
    act: () => Promise<readonly Moved[]>,
  ): Promise<readonly Moved[]> {
    if (busy.value || ids.length === 0) return []
    busy.value = true
    report.value = null
    progress.value = { title, done: 0, total: ids.length }
    const rows = await act()
    busy.value = false
    progress.value = null
    const refused = rows.filter((row) => row.refused !== null).length
    said.value = `${title}: ${articles(rows.length - refused)} done${refused > 0 ? `, ${refused} refused` : ''}.`
    if (refused > 0) report.value = { title, rows }
    queue.clear()
    await queue.load()
    return rows
  }

  const toldOf = (id: string, reply: Reply): Moved => ({
    id,
    headline: queue.rows.find((row) => row.id === id)?.headline ?? '',
    refused: reply.ok ? null : reasonOf(reply.error),
  })

  return { busy, progress, report, asking, said, begin, move, claim, handOver, giveBack, plan }
})

/** The reason alone: a report of many articles says once what to do next. */
const reasonOf = (error: AppError): string =>
  error.code === 'queue-refused' ? error.reason : errorText(error)
