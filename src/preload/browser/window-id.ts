const key = 'galley-window'
/** Long enough for the page before a reload to let go of its name. */
const patience = 1500

/**
 * This tab's name for itself, which its session at the desk hangs on. It outlives a reload; a duplicated tab, which
 * starts with a copy of it, takes a new one, so that two tabs are never one person by accident.
 */
export async function ownWindowId(): Promise<string> {
  const kept = sessionStorage.getItem(key)
  if (kept && (await holdName(kept))) return kept
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(key, fresh)
  await holdName(fresh)
  return fresh
}

/** Holds a lock of that name until the page goes; false when another live page holds it. */
function holdName(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((resolve) => {
    const given = navigator.locks.request(`${key}-${id}`, { signal: AbortSignal.timeout(patience) }, () => {
      resolve(true)
      return new Promise<never>(() => {})
    })
    given.catch(() => resolve(false))
  })
}
