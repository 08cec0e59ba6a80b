import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OutputOf, ReplyOf, SessionView } from '../../shared/contract'
import type { AppError } from '../../shared/kernel/app-error'
import { hasRole, type Role } from '../../shared/workflow/people'
import { useGalley } from '../backend'

/** Which library this window shows, who is signed in here, and who could be. */
export const useSession = defineStore('session', () => {
  const galley = useGalley()
  const view = shallowRef<SessionView | null>(null)
  const error = shallowRef<AppError | null>(null)
  /** Whether the person looks for another library while one is open. */
  const choosingLibrary = ref(false)
  /** Whose window this was when it locked by itself; null otherwise. */
  const lockedFor = shallowRef<string | null>(null)
  const leaving = new Set<() => Promise<boolean>>()

  const library = computed(() => view.value?.library ?? null)
  const person = computed(() => view.value?.person ?? null)

  async function load(): Promise<void> {
    const before = library.value?.path
    const reply = await galley.request('session.state', {})
    error.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    view.value = reply.value
    if (reply.value.library?.path !== before) choosingLibrary.value = false
  }

  /** Signs a person in here; without a passphrase where that person needs none. */
  async function signIn(id: string, passphrase: string): Promise<ReplyOf<'session.sign-in'>> {
    const reply = await galley.request('session.sign-in', { person: id, passphrase })
    if (reply.ok) {
      lockedFor.value = null
      await load()
    }
    return reply
  }

  /** Finishes what `beforeLeaving` registered; gives whether all of it lets the person go. */
  const mayLeave = async (): Promise<boolean> =>
    (await Promise.all([...leaving].map((finish) => finish()))).every(Boolean)

  /** Signs out, unless unfinished work keeps the person here. */
  async function signOut(): Promise<void> {
    if (!(await mayLeave())) return
    lockedFor.value = null
    await signOutNow()
  }

  async function signOutNow(): Promise<void> {
    const reply = await galley.request('session.sign-out', {})
    if (reply.ok) await load()
    else error.value = reply.error
  }

  /** Signs out a window that was left alone, after what was typed there is kept. Gives whether it is locked. */
  async function lock(): Promise<boolean> {
    const left = person.value?.id ?? null
    if (left === null || !(await mayLeave())) return false
    lockedFor.value = left
    await signOutNow()
    return person.value === null
  }

  /** Goes to the choice of libraries, unless unfinished work keeps the person here. */
  async function chooseLibrary(): Promise<void> {
    if (await mayLeave()) choosingLibrary.value = true
  }

  /**
   * Has `finish` run before the person signs out or looks for another library, such as to keep what was typed; it
   * gives whether the person may go. Gives a way to stop that.
   */
  function beforeLeaving(finish: () => Promise<boolean>): () => void {
    leaving.add(finish)
    return () => leaving.delete(finish)
  }

  /** Opens, makes or tries a library by one of the requests for it. */
  async function openBy<R extends ReplyOf<'library.open'>>(request: Promise<R>): Promise<R> {
    const reply = await request
    if (reply.ok) await load()
    if (reply.ok) choosingLibrary.value = false
    return reply
  }

  /** Whether the person signed in has one of these roles; an admin has each. For what is shown, not for safety. */
  const hasAnyRole = (...roles: Role[]) => person.value !== null && hasRole(person.value, roles)

  galley.on('session.changed', () => void load())

  return {
    view,
    error,
    library,
    person,
    choosingLibrary,
    load,
    signIn,
    signOut,
    lock,
    lockedFor,
    chooseLibrary,
    beforeLeaving,
    openBy,
    hasAnyRole,
  }
})

/** Someone who may sign in here. */
export type SignInChoice = OutputOf<'session.state'>['people'][number]
