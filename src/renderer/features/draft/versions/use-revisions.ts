import { ref, shallowRef, type ShallowRef } from 'vue'
import type { Galley, RevisionInfo } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'

/** So many revisions are asked for at a time. */
const pageSize = 40

/** An article's kept revisions as far as they are loaded, newest first. */
export interface Revisions {
  rows: ShallowRef<readonly RevisionInfo[]>
  /** Whether older ones are still to be loaded. */
  hasOlder: Readonly<{ value: boolean }>
  failure: ShallowRef<AppError | null>
  /** Asks anew for the newest, after something was kept or done; what was loaded before stays. */
  loadNewest(): Promise<void>
  loadOlder(): Promise<void>
}

export function useRevisions(galley: Galley, id: string): Revisions {
  const rows = shallowRef<readonly RevisionInfo[]>([])
  const failure = shallowRef<AppError | null>(null)
  const hasOlder = ref(true)
  let loading = false

  async function load(below: number | null): Promise<void> {
    const reply = await galley.request('article.revisions', { id, below, limit: pageSize })
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    const loaded = reply.value.rows
    rows.value = below === null ? [...loaded, ...olderThan(loaded)] : [...rows.value, ...loaded]
    hasOlder.value = loaded.length > 0 && (rows.value.at(-1)?.revision ?? 1) > 1
  }

  /** What was loaded before, where the newest page reaches down to it. */
  function olderThan(page: readonly RevisionInfo[]): RevisionInfo[] {
    const oldest = page.at(-1)?.revision ?? 1
    const reaches = (rows.value[0]?.revision ?? 0) >= oldest
    return reaches ? rows.value.filter(({ revision }) => revision < oldest) : []
  }

  return {
    rows,
    hasOlder,
    failure,
    loadNewest: () => load(null),
    async loadOlder() {
      if (loading || !hasOlder.value) return
      loading = true
      await load(rows.value.at(-1)?.revision ?? null)
      loading = false
    },
  }
}
