import { join } from 'node:path'
import type { EventName, EventOf, ImportedFile, LibraryView } from '../shared/contract'
import type { AppError } from '../shared/kernel/app-error'
import type { Result } from '../shared/kernel/result'
import { createAnswer, type Ask } from './answer'
import { entrancesOf, handlersFor } from './handlers'
import { createSiteWriter, createWaysOut, openExportMemory } from './export'
import { folderFrom, openAppHome } from './platform/app-home'
import { errorLog, type Report } from './platform/error-log'
import { useNativeHash } from './platform/native-hash'
import { createNewId } from './platform/new-id'
import { codeFingerprint } from './platform/own-code'
import { createPassphrases } from './platform/passphrases'
import { createRulesInTime } from './platform/rules-in-time'
import { createSigningKeys } from './platform/signing-keys'
import { openWrongTries } from './platform/wrong-tries'
import { authorsCalled } from './services/bylines'
import type { Importers } from './services/importer-ports'
import { importFile, type FileToImport } from './services/importing'
import { createLibraries, type SwitchError } from './services/libraries'
import { showPicture, type Delivered } from './services/media'
import type { Clock, Keys, NewId, Passphrases } from './services/ports'
import type { Room } from './services/room'
import { createPublishing } from './services/publishing'
import { createScheduleRunner } from './services/schedule-runner'
import { createSessions, type Session } from './services/sessions'
import { createWayOutServices } from './services/ways-out'
import { createShelf } from './shelf'

export interface DeskOptions {
  /** Galley's own folder; see `usualHome`. */
  home: string
  /** What opens libraries, as their lock tells others: `Galley window`. */
  who: string
  /** False reads only and leaves the library's lock alone, as commands do that change nothing. */
  writes?: boolean
  /** False leaves no trace among the libraries opened before: scripts open many. */
  remembers?: boolean
  /** Told before the sample library is made, which takes some seconds. */
  onMakingSample?: () => void
  clock?: Clock
  newId?: NewId
  passphrases?: Passphrases
  signing?: Keys
  /** Makes exports by schedule while the desk is open, as hosts with a window do. */
  runsSchedules?: boolean
  /** Where bugs are noted; `errors.log` in Galley's own folder when left out. */
  report?: Report
  /** Checks every answer against the contract. For tests. */
  checkReplies?: boolean
}

/** Hears what happens on the desk. */
type Listener = <N extends EventName>(name: N, event: EventOf<N>) => void

/** One window's conversation with the desk; somebody may be signed in to it. */
export interface DeskSession {
  /** Answers a request of the contract; nothing a window could send makes it throw. */
  answer: Ask
  /** Imports a file together with what stands beside it, for hosts that can read there. */
  importFile(file: FileToImport): Promise<Result<ImportedFile, AppError>>
  /** Author ids for printed names, for hosts where names are typed; new names become byline profiles. */
  authorsCalled(names: readonly string[]): Promise<Result<string[], AppError>>
  close(): void
}

/** Everything behind one host: at most one open library, and any number of sessions. */
export interface Desk {
  /** @param options.readsUnsigned lets a session read without anybody signed in, as the command line does */
  openSession(listener: Listener, options?: { readsUnsigned: boolean }): DeskSession
  openLibrary(folder: string): Promise<Result<LibraryView, SwitchError>>
  /** Makes a library with nobody in it; the first person added becomes its admin. */
  createLibrary(folder: string, name: string): Promise<Result<LibraryView, SwitchError>>
  /** Opens the sample library in its usual place, making it first where it does not exist. */
  openSample(): Promise<Result<LibraryView, SwitchError>>
  /** Makes a sample library in a folder that is empty or does not exist yet, and opens it. */
  createSample(folder: string): Promise<Result<LibraryView, SwitchError>>
  /** A stored picture by its hash: the original, or the narrowest kept width that has so many pixels. */
  picture(hash: string, width: number | null): Promise<Delivered | null>
  /**
   * What the site has at a path such as `news/flood/index.html`, rendered from what is kept now.
   * @param article the id of an article whose page is wanted wherever it is placed
   */
  sitePage(path: string, article: string | null): Promise<Delivered | null>
  /** Folders opened before, newest first. */
  recentLibraries(): Promise<string[]>
  /** Waits for what is under way, then flushes and unlocks. */
  close(): Promise<void>
}

const idleCheckMs = 20_000
/** How often the desk looks for exports that are due. The clock on the wall counts, so that sleep makes none be lost. */
const scheduleCheckMs = 10_000

/** Loaded when first needed: reading so many formats takes much code, and most days import nothing. */
const importers: Importers = {
  read: async (file, surroundings) => (await import('./importers')).importers.read(file, surroundings),
}

/** Wires every part to every other: the only place that sees them all. */
export function createDesk(options: DeskOptions): Desk {
  const { clock = () => new Date(), newId = createNewId(), passphrases = createPassphrases() } = options
  const { signing = createSigningKeys() } = options
  useNativeHash()
  const home = openAppHome(folderFrom(options.home))
  const sessions = createSessions()
  const rulesInTime = createRulesInTime()
  const tools = {
    now: clock,
    newId,
    passphrases,
    signing,
    importers,
    rulesInTime,
    wrongTries: openWrongTries(home.path),
    announce: sessions.announce,
  }
  const libraries = createLibraries(createShelf(home, { ...options, now: clock, newId }), tools, sessions)
  const memory = openExportMemory(join(home.path, 'exports'), codeFingerprint)
  const publishing = createPublishing(createSiteWriter(memory), memory)
  const ways = createWaysOut()
  const { exportSite, isBusy } = publishing
  const waysOut = createWayOutServices(ways, exportSite)
  const schedules = createScheduleRunner({ ways, exportSite, isBusy })
  const report = options.report ?? errorLog(join(home.path, 'errors.log'))
  const answer = createAnswer(handlersFor(libraries, { publishing, waysOut, schedules }), {
    report,
    checkReplies: options.checkReplies ?? false,
  })
  const { writing } = entrancesOf(libraries)
  const importInLibrary = writing(importFile)
  const authorsInLibrary = writing(authorsCalled)
  // A window that answers nothing more must not stay open to whoever passes by.
  const idleWatch = setInterval(() => {
    const room = libraries.current()
    if (room) sessions.lockIdle(room)
  }, idleCheckMs).unref()
  const underWay = new Set<Promise<unknown>>()
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }
  const scheduleWatch = setInterval(() => {
    const room = libraries.current()
    if (!options.runsSchedules || !room) return
    const run = tracked(libraries.holding(() => schedules.runDue(room)))
    run.catch((failure: unknown) => void report(failure, 'a scheduled export'))
  }, scheduleCheckMs).unref()
  const conversation = (session: Session): DeskSession => ({
    answer: ((name: unknown, payload: unknown) => tracked(answer(session, name, payload))) as Ask,
    importFile: (file) => tracked(importInLibrary(session, file)),
    authorsCalled: (names) => tracked(authorsInLibrary(session, names)),
    close() {
      sessions.close(session)
      const room = libraries.current()
      // Told to the others: this one’s window is gone.
      room?.locks.leave(session)
      room?.keys.release(session)
    },
  })

  /**
   * What an open library can show by address, to which no request of a window is tied: nothing while no library is
   * open or nobody is signed in at this desk.
   */
  const shown = async (show: (room: Room) => Promise<Delivered | null>): Promise<Delivered | null> => {
    const room = libraries.current()
    return room && sessions.anyoneIn(room) ? tracked(show(room)) : null
  }

  return {
    openSession: (listener, { readsUnsigned } = { readsUnsigned: false }) =>
      conversation(sessions.open(listener, readsUnsigned)),
    openLibrary: (folder) => libraries.open(folder, null),
    createLibrary: libraries.create,
    openSample: () => libraries.sample(null),
    createSample: libraries.createSample,
    picture: (hash, width) => shown((room) => showPicture(room, hash, width)),
    sitePage: (path, article) => shown((room) => publishing.sitePage(room, path, article)),
    recentLibraries: libraries.recent,
    async close() {
      clearInterval(idleWatch)
      clearInterval(scheduleWatch)
      publishing.cancel()
      await Promise.allSettled(underWay)
      memory.flush()
      await libraries.close()
    },
  }
}
