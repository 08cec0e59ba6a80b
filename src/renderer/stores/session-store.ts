import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OutputOf, ReplyOf, SessionView } from '../../shared/contract'
import type { AppError } from '../../shared/kernel/app-error'
import { ok } from '../../shared/kernel/result'
import { hasRole, type Role } from '../../shared/workflow/people'
import { useGalley } from '../backend'

/** Which library this window shows, who is signed in here, and who could be. */
export const useSession = defineStore('session', () => {
  const galley = useGalley()
  const view = shallowRef<SessionView | null>(null)
  const error = shallowRef<AppError | null>(null)
  /** Whether the person looks for another library while one is open. */
  const choosingLibrary = ref(false)
  const leaving = new Set<() => Promise<void>>()

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
    if (reply.ok) await load()
    return reply
  }

  /** Signs out after everything that `beforeSignOut` registered is done. */
  async function signOut(): Promise<ReplyOf<'session.sign-out'>> {
    await Promise.all([...leaving].map((finish) => finish()))
    const reply = await galley.request('session.sign-out', {})
    if (!reply.ok) return reply
    await load()
    return ok({})
  }

  /** Has `finish` run before the person is signed out, such as to keep what was typed; gives a way to stop that. */
  function beforeSignOut(finish: () => Promise<void>): () => void {
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
    beforeSignOut,
    openBy,
    hasAnyRole,
  }
})

/** Someone who may sign in here. */
export type SignInChoice = OutputOf<'session.state'>['people'][number]
