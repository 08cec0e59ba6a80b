import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { QueueRow } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import {
  isWaiting,
  otherQueueStates,
  passesFilter,
  wholeQueue,
  type QueueFilter,
} from '../../../../shared/review/queue-filter'
import { useGalley } from '../../../backend'
import { useSession } from '../../../stores/session-store'
import { useSelection } from './queue-selection'
import { sorted, type QueueSort } from './queue-sorts'

/** The review queue in this window: what waits, what of it is shown and in which order, and what is chosen. */
export const useReviewQueue = defineStore('review-queue', () => {
  const galley = useGalley()
  const session = useSession()

  const rows = shallowRef<readonly QueueRow[]>([])
  /** Whether an answer ever came: an empty list is only then known to be empty. */
  const loaded = shallowRef(false)
  const failure = shallowRef<AppError | null>(null)
  /** The moment the rows are from, and until when this person had seen the queue before. */
  const at = shallowRef<string | null>(null)
  const looked = shallowRef<string | null>(null)
  /** The clock of everything that says how long, in milliseconds since 1970. */
  const now = ref(Date.now())
  const filter = shallowRef<QueueFilter>(wholeQueue)
  const sort = ref<QueueSort>('urgency')
  const onlyNews = ref(false)
  /** The row that was gone to last, or opened: what is done without a choice is done with it. */
  const active = ref<string | null>(null)
  let latest = 0

  const waiting = computed(() => rows.value.filter(({ state }) => isWaiting(state)))
  const filtered = computed(() => {
    const asking = { person: session.person?.id ?? null, now: now.value }
    return rows.value.filter((row) => passesFilter(row, filter.value, asking))
  })
  const news = computed(() => filtered.value.filter((row) => row.news !== null).length)
  const shown = computed(() =>
    sorted(
      onlyNews.value && news.value > 0 ? filtered.value.filter((row) => row.news !== null) : filtered.value,
      sort.value,
    ),
  )
  const selection = useSelection(() => shown.value.map(({ id }) => id))

  const also = (): (typeof otherQueueStates)[number][] =>
    otherQueueStates.filter((state) => filter.value.states.includes(state))

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('review.queue', { also: also() })
    if (asked !== latest) return
    loaded.value = true
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    rows.value = reply.value.rows
    at.value = reply.value.at
    looked.value = reply.value.looked
    now.value = Date.now()
  }

  /** Shows what a filter lets through; other states are fetched when they are asked for. */
  function show(wanted: QueueFilter): void {
    const before = also().join()
    filter.value = wanted
    if (also().join() !== before) void load()
  }

  /** Notes that this person has seen the queue as it was loaded last. */
  async function noteLook(): Promise<void> {
    if (at.value !== null && session.person) await galley.request('queue.looked', { at: at.value })
  }

  /** Takes the marks of what is new away. */
  async function seeAll(): Promise<void> {
    onlyNews.value = false
    await noteLook()
    await load()
  }

  watch([() => session.library?.path, () => session.person?.id], () => {
    latest += 1
    rows.value = []
    loaded.value = false
    at.value = null
    filter.value = wholeQueue
    onlyNews.value = false
    active.value = null
    selection.clear()
  })

  return {
    rows,
    waiting,
    shown,
    filtered,
    news,
    loaded,
    failure,
    at,
    looked,
    now,
    filter,
    sort,
    onlyNews,
    active,
    ...selection,
    load,
    show,
    noteLook,
    seeAll,
  }
})
