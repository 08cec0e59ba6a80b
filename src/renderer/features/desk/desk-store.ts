import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowReactive, shallowRef, watch } from 'vue'
import type { Summary } from '../../../shared/article/article'
import type { InputOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'
import { noFacets, startsDescending, type Facets, type FilterName, type SortKey } from './desk-filters'

type Wanted = Omit<InputOf<'article.list'>, 'offset' | 'limit'>

/** Rows are fetched this many at a time, as they come into view. */
const pageSize = 100

const everything = (): Wanted => ({
  search: '',
  states: [],
  categories: [],
  authors: [],
  sort: 'updated',
  descending: true,
})

/** The desk's list: what is wanted of it, and the rows that were needed so far. */
export const useDesk = defineStore('desk', () => {
  const galley = useGalley()
  const session = useSession()

  const wanted = reactive(everything())
  /** Rows by their place; places not yet fetched are absent. */
  const rows = shallowReactive(new Map<number, Summary>())
  /** How many match, and how many there are; null before the first answer. */
  const total = ref<number | null>(null)
  const all = ref(0)
  const facets = shallowRef<Facets>(noFacets)
  const error = shallowRef<AppError | null>(null)
  const loading = ref(false)
  /** Where the person was in the list, to come back to. */
  const scrollTop = ref(0)
  const active = ref(0)
  /** Whether an article was opened from the list: whoever comes back finds the focus on it. */
  const opened = ref(false)
  /** Whether the search field is to have the focus once the desk is there. */
  const searchWanted = ref(false)

  let visible = { first: 0, last: 0 }
  let question = 0
  const asked = new Set<number>()

  const filtered = computed(
    () =>
      wanted.search.trim() !== '' ||
      wanted.states.length + wanted.categories.length + wanted.authors.length > 0,
  )

  async function fetchPage(page: number, forQuestion: number): Promise<void> {
    asked.add(page)
    loading.value = true
    const reply = await galley.request('article.list', {
      ...plain(),
      offset: page * pageSize,
      limit: pageSize,
    })
    if (forQuestion !== question) return
    loading.value = false
    error.value = reply.ok ? null : reply.error
    if (!reply.ok) {
      asked.delete(page)
      return
    }
    if (reply.value.total !== total.value) dropRowsFrom(reply.value.total)
    total.value = reply.value.total
    all.value = reply.value.all
    facets.value = {
      states: reply.value.states,
      categories: reply.value.categories,
      authors: reply.value.authors,
    }
    reply.value.rows.forEach((row, place) => rows.set(page * pageSize + place, row))
  }

  /** What is wanted, as plain data: a proxy cannot be sent. */
  const plain = (): Wanted => ({
    ...wanted,
    states: [...wanted.states],
    categories: [...wanted.categories],
    authors: [...wanted.authors],
  })

  function dropRowsFrom(count: number): void {
    for (const place of rows.keys()) if (place >= count) rows.delete(place)
  }

  /** Fetches what is in view anew. Rows shown now stay until the new ones are there. */
  async function refresh(): Promise<void> {
    question += 1
    asked.clear()
    const inView = pagesBetween(visible.first, visible.last)
    await Promise.all(inView.map((page) => fetchPage(page, question)))
    if (error.value) return
    for (const place of rows.keys()) if (!asked.has(Math.floor(place / pageSize))) rows.delete(place)
  }

  /** Asks for the rows from `first` to `last`, as far as they are not there. */
  function need(first: number, last: number): void {
    visible = { first, last }
    for (const page of pagesBetween(first, last)) if (!asked.has(page)) void fetchPage(page, question)
  }

  function ask(): void {
    visible = { first: 0, last: 0 }
    active.value = 0
    scrollTop.value = 0
    void refresh()
  }

  function sortBy(sort: SortKey): void {
    wanted.descending = wanted.sort === sort ? !wanted.descending : startsDescending(sort)
    wanted.sort = sort
  }

  function toggle(filter: FilterName, value: string): void {
    const chosen: string[] = wanted[filter]
    const changed = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
    Object.assign(wanted, { [filter]: changed })
  }

  const clearFilters = () =>
    Object.assign(wanted, { search: '', states: [], categories: [], authors: [] } satisfies Partial<Wanted>)

  const refreshSoon = useDebounceFn(refresh, 120, { maxWait: 600 })
  const someoneIsThere = () => session.library !== null && session.person !== null

  galley.on('article.changed', () => {
    if (someoneIsThere() && total.value !== null) void refreshSoon()
  })
  galley.on('library.changed', () => {
    if (someoneIsThere() && total.value !== null) void refreshSoon()
  })
  watch(wanted, () => {
    if (someoneIsThere()) ask()
  })
  // Another person, or another library, begins with everything; the change of what is wanted asks for it.
  watch(
    [() => session.library?.path, () => session.person?.id],
    () => {
      rows.clear()
      total.value = null
      Object.assign(wanted, everything())
    },
    { immediate: true },
  )

  return {
    wanted,
    rows,
    total,
    all,
    facets,
    error,
    loading,
    scrollTop,
    active,
    opened,
    searchWanted,
    filtered,
    need,
    refresh,
    sortBy,
    toggle,
    clearFilters,
  }
})

const pagesBetween = (first: number, last: number): number[] => {
  const from = Math.floor(first / pageSize)
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, step) => from + step)
}
