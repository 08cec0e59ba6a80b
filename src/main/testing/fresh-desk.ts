import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { EventName } from '../../shared/contract'
import { createDesk, type Desk, type DeskSession } from '../desk'
import { openKeys, openPassphrases, valueOf } from '../services/testing/newsroom'

/** Closed after each test. */
export const desks: Desk[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

export async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-desk-'))
  folders.push(folder)
  return folder
}

/** What desks reported as bugs. */
export const bugs: unknown[] = []
export function openDesk(home: string): Desk {
  const report = (failure: unknown): string => {
    bugs.push(failure)
    return 'ref-1'
  }
  const desk = createDesk({
    home,
    who: 'Galley test',
    passphrases: openPassphrases,
    signing: openKeys,
    report,
    checkReplies: true,
  })
  desks.push(desk)
  return desk
}

export const wantedLibrary = (home: string) => ({
  path: join(home, 'library'),
  name: 'The Test Herald',
  person: 'Ada',
  passphrase: 'secret',
})

/** A desk with a new library, its admin signed in at one window, and what that window hears. */
export async function openNewLibrary() {
  const home = await someFolder()
  const desk = openDesk(home)
  const heard: EventName[] = []
  const window = desk.openSession((name) => void heard.push(name))
  const library = valueOf(await window.answer('library.create', wantedLibrary(home)))
  return { home, desk, window, heard, library }
}

export async function addPerson(window: DeskSession, name: string, role: 'editor' | 'chief' | 'production') {
  return valueOf(
    await window.answer('person.add', { name, role, passphrase: role === 'editor' ? null : name }),
  )
}

/** Another window with somebody signed in. */
export async function windowOf(desk: Desk, person: { id: string; name: string }): Promise<DeskSession> {
  const window = desk.openSession(() => undefined)
  valueOf(await window.answer('session.sign-in', { person: person.id, passphrase: person.name }))
  return window
}
