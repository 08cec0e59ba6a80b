import type { InputOf, LibraryView } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { oneAtATime } from '../../shared/kernel/turns'
import { addPerson } from './people'
import type { OpenLibrary } from './ports'
import { openRoom, type Room, type Tools } from './room'
import { libraryView, signedIn, signIn, type Session, type Sessions } from './sessions'

export type OpeningError = ErrorWith<
  | 'missing-library'
  | 'not-a-library'
  | 'damaged-file'
  | 'newer-format'
  | 'disk-write-failed'
  | 'folder-not-empty'
>

/** What a window may meet that asks for another library. */
export type SwitchError = OpeningError | ErrorWith<'library-in-use'>

/** Where libraries stand: a port over the storage and over Galley's own folder. Paths may be as a person typed them. */
export interface Shelf {
  /** One spelling for each folder, so that a library is known again. */
  folder(typed: string): string
  open(folder: string): Promise<Result<OpenLibrary, OpeningError>>
  /** Makes a library with nobody in it. */
  create(folder: string, name: string): Promise<Result<void, OpeningError>>
  /** Makes the sample library where it does not exist yet, and gives its folder. */
  sample(): Promise<Result<string, OpeningError>>
  /** Makes a sample library in a folder that is empty or does not exist yet. */
  createSample(folder: string): Promise<Result<void, OpeningError>>
  /** Folders opened before, newest first. */
  recent(): Promise<string[]>
  remember(folder: string): Promise<void>
}

/**
 * The one library that is open, or none, and the ways to open another. All windows share it: one that asks for
 * another is refused during an export, and while others are signed in and it is not. `null` asks for the host itself.
 */
export interface Libraries {
  current(): Room | null
  open(typed: string, asking: Session | null): Promise<Result<LibraryView, SwitchError>>
  /** Makes a library and opens it; nobody is in it yet. */
  create(typed: string, name: string): Promise<Result<LibraryView, SwitchError>>
  /** Makes a library with its first admin, who is signed in at once. */
  found(session: Session, wanted: InputOf<'library.create'>): Promise<Result<LibraryView, SwitchError>>
  sample(asking: Session | null): Promise<Result<LibraryView, SwitchError>>
  /** Makes a sample library in a folder of one's own choice and opens it. */
  createSample(typed: string): Promise<Result<LibraryView, SwitchError>>
  /** Lets no window take the library away until the work is done. */
  holding<T>(work: () => Promise<T>): Promise<T>
  recent(): Promise<string[]>
  /** Flushes, unlocks and closes. */
  close(): Promise<void>
}

/** Starts with no library open. */
export function createLibraries(shelf: Shelf, tools: Tools, sessions: Sessions): Libraries {
  // Opening and closing run one at a time: two rooms must never hold one library.
  const inTurn = oneAtATime()
  let room: Room | null = null
  let held = 0

  const mayLeave = (asking: Session | null): Result<void, ErrorWith<'library-in-use'>> => {
    if (!room || !asking) return ok(undefined)
    if (held > 0) return err({ code: 'library-in-use', reason: 'an export is under way' })
    if (signedIn(room, asking) === null && sessions.anyoneIn(room))
      return err({ code: 'library-in-use', reason: 'somebody is signed in at another window' })
    return ok(undefined)
  }

  const open = async (folder: string, asking: Session | null): Promise<Result<LibraryView, SwitchError>> => {
    if (room?.library.path === folder && room.library.readOnlyBecause === null)
      return ok(libraryView(room.library))
    const asked = mayLeave(asking)
    if (!asked.ok) return asked
    const opened = await shelf.open(folder)
    if (!opened.ok) return opened
    // Somebody may have signed in or begun an export while the other library was being read.
    const still = mayLeave(asking)
    if (!still.ok) {
      await opened.value.close()
      return still
    }
    const before = room
    room = openRoom(opened.value, tools)
    sessions.signOutAll()
    await before?.library.close()
    await shelf.remember(folder)
    return ok(libraryView(opened.value))
  }
  const create = async (
    folder: string,
    name: string,
    asking: Session | null,
  ): Promise<Result<LibraryView, SwitchError>> => {
    const asked = mayLeave(asking)
    if (!asked.ok) return asked
    const created = await shelf.create(folder, name)
    return created.ok ? open(folder, asking) : created
  }

  return {
    current: () => room,
    open: (typed, asking) => inTurn(() => open(shelf.folder(typed), asking)),
    create: (typed, name) => inTurn(() => create(shelf.folder(typed), name, null)),
    found: (session, { path, name, person, passphrase }) =>
      inTurn(async () => {
        const created = await create(shelf.folder(path), name, session)
        if (!created.ok || !room) return created
        const admin = await addPerson(room, null, { name: person, role: 'admin', passphrase })
        if (!admin.ok) return founding(admin.error)
        const entered = await signIn(room, session, { person: admin.value.id, passphrase })
        if (!entered.ok) throw new Error(`A new library refused its admin: ${entered.error.code}`)
        return created
      }),
    sample: (asking) =>
      inTurn(async () => {
        const asked = mayLeave(asking)
        if (!asked.ok) return asked
        const folder = await shelf.sample()
        return folder.ok ? open(folder.value, asking) : folder
      }),
    createSample: (typed) =>
      inTurn(async () => {
        const folder = shelf.folder(typed)
        const made = await shelf.createSample(folder)
        return made.ok ? open(folder, null) : made
      }),
    async holding(work) {
      held += 1
      try {
        return await work()
      } finally {
        held -= 1
      }
    },
    recent: () => shelf.recent(),
    close: () =>
      inTurn(async () => {
        const last = room
        room = null
        await last?.library.close()
      }),
  }
}

/** A library that was made this moment refuses its first person only when the disk does. */
function founding(error: { code: string }): Result<never, OpeningError> {
  if (isDiskError(error)) return err(error)
  throw new Error(`A new library refused its first person: ${error.code}`)
}

const isDiskError = (error: { code: string }): error is ErrorWith<'disk-write-failed' | 'damaged-file'> =>
  error.code === 'disk-write-failed' || error.code === 'damaged-file'
