import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, type BaseWindow } from 'electron'
import type { CommandId } from '../../../shared/commands/catalogue'
import { errorText } from '../../../shared/kernel/explain-error'
import { wire } from '../../../shared/contract/wire'
import { createDesk, type Desk, type DeskSession } from '../../desk'
import { usualHome } from '../../platform/app-home'
import { denyNavigation, denyPermissions } from './harden'
import { carryRequests } from './ipc'
import { libraryArgument } from './library-argument'
import { menuTemplate } from './menu'
import { registerScheme, serveScheme } from './protocol'
import { openWindow } from './window'

/**
 * Starts the product. Everything here only carries between Electron and the desk.
 * @param place the folder a build writes
 */
export async function startElectron(place: string): Promise<void> {
  // One Galley at a time: a second start shows the first one's window and ends.
  if (!app.requestSingleInstanceLock()) return app.quit()
  registerScheme()
  denyNavigation(app)
  const home = usualHome(process.env)
  const desk = createDesk({ home, who: 'Galley', runsSchedules: true })
  const conversations = new Map<number, DeskSession>()
  const windowPlace = join(home, 'window.json')
  const show = (): void =>
    openSessionWindow(desk, conversations, join(place, 'preload/index.cjs'), windowPlace)

  app.on('second-instance', (_event, argv) => showAgain(libraryArgument(argv, app.isPackaged)))
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show()
  })
  app.on('window-all-closed', () => app.quit())
  flushBeforeQuit(desk)

  await app.whenReady()
  denyPermissions()
  serveScheme({ ...desk, renderer: join(place, 'renderer') })
  carryRequests(conversations)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(tellWindow, show, process.platform)))
  await openFirst(desk, libraryArgument(process.argv, app.isPackaged))
  show()
}

/** Opens a window with its own session of the desk; the session ends with it. */
function openSessionWindow(
  desk: Desk,
  conversations: Map<number, DeskSession>,
  preload: string,
  windowPlace: string,
): void {
  const window = openWindow(preload, windowPlace)
  const { id } = window.webContents
  const session = desk.openSession((name, event) => tell(window, name, event))
  conversations.set(id, session)
  window.on('closed', () => {
    conversations.delete(id)
    session.close()
  })
}

function tell(window: BrowserWindow, name: string, event: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(wire.event, name, event)
}

function tellWindow(command: CommandId, window: BaseWindow | undefined): void {
  if (window instanceof BrowserWindow) tell(window, 'command.chosen', { command })
}

/** Brings Galley to the front. Its library is not changed under the people who work in it. */
function showAgain(named: string | null): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
  if (named === null) return
  void dialog.showMessageBox(window, {
    message: 'Galley is already open.',
    detail: `To open ${named}, choose “Open another library” in the File menu.`,
  })
}

/** The library that was named, else the last one; the first start from a checkout shows the sample. */
async function openFirst(desk: Desk, named: string | null): Promise<void> {
  const library = named ?? (await desk.recentLibraries())[0] ?? null
  // The packaged app offers to open one, make one or try the sample instead.
  if (library === null && !app.isPackaged) await desk.openSample()
  else await openLibrary(desk, library)
}

/** What cannot be opened is said in words; the window then offers other libraries. */
async function openLibrary(desk: Desk, library: string | null): Promise<void> {
  if (library === null) return
  const opened = await desk.openLibrary(library)
  if (!opened.ok) dialog.showErrorBox('The library cannot be opened', errorText(opened.error))
}

/** Quitting waits until everything under way is on the disk and the library is unlocked. */
function flushBeforeQuit(desk: Desk): void {
  let flushed = false
  app.on('will-quit', (event) => {
    if (flushed) return
    event.preventDefault()
    void desk.close().finally(() => {
      flushed = true
      app.quit()
    })
  })
}
