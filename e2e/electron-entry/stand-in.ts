import type * as Electron from 'electron'

/**
 * A small recording stand-in for the parts of Electron that the built entry uses, so that the entry runs under Node
 * where Electron's binary cannot be had. Its shapes are checked against electron.d.ts; it has no behaviour beyond
 * remembering, so it proves what Galley asks of Electron, not what Electron does with it.
 */

/** A part of an Electron type; its event methods, whose overloads only Electron can fulfil, are the Emitter's. */
type Part<T> = Partial<Omit<T, 'on' | 'once' | 'emit'>>
type Listener = (...args: never[]) => unknown
type Handler = Parameters<Electron.IpcMain['handle']>[1]
type ProtocolHandler = Parameters<Electron.Protocol['handle']>[1]
type PermissionRequest = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type PermissionCheck = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type WindowOpen = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** Everything the entry did. */
export const seen = {
  events: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  protocols: new Map<string, ProtocolHandler>(),
  handlers: new Map<string, Handler>(),
  windows: [] as BrowserWindow[],
  menu: null as Electron.MenuItemConstructorOptions[] | null,
  permissionRequest: null as PermissionRequest | null,
  permissionCheck: null as PermissionCheck | null,
  errorBoxes: [] as string[],
}

/** Listeners by event, called as Electron would. */
class Emitter {
  readonly #listeners = new Map<string, Listener[]>()
  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }
  once(event: string, listener: Listener): this {
    return this.on(event, listener)
  }
  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]))
  }
}

let ready: () => void = () => undefined
const whenReady = new Promise<void>((resolve) => (ready = resolve))
let didQuit: () => void
/** Resolves when the entry has asked to quit and nothing holds it back any longer. */
export const quit = new Promise<void>((resolve) => (didQuit = resolve))

class App extends Emitter {
  readonly isPackaged = false
  requestSingleInstanceLock(): boolean {
    return true
  }
  whenReady(): Promise<void> {
    return whenReady
  }
  quit(): void {
    let held = false
    this.emit('will-quit', { preventDefault: () => (held = true) })
    if (!held) didQuit()
  }
}
export const app = new App() satisfies Part<Electron.App>

/** Electron becomes ready only after the entry's first turn: schemes must be registered by then. */
export function becomeReady(): void {
  seen.events.push('ready')
  ready()
}

class WebContents extends Emitter {
  windowOpen: WindowOpen | null = null
  sent: unknown[][] = []
  constructor(readonly id: number) {
    super()
  }
  setWindowOpenHandler(handler: WindowOpen): void {
    this.windowOpen = handler
  }
  send(...message: [string, ...unknown[]]): void {
    this.sent.push(message)
  }
}

export class BrowserWindow extends Emitter {
  readonly webContents: WebContents
  url = ''
  constructor(readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    seen.windows.push(this)
    this.webContents = new WebContents(seen.windows.length) satisfies Part<Electron.WebContents>
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows(): BrowserWindow[] {
    return seen.windows
  }
  static fromWebContents(contents: Pick<Electron.WebContents, 'id'>): BrowserWindow | null {
    return seen.windows.find((window) => window.webContents.id === contents.id) ?? null
  }
  loadURL(url: string): Promise<void> {
    this.url = url
    return Promise.resolve()
  }
  isDestroyed(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  isMinimized(): boolean {
    return false
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 10, y: 20, width: 1200, height: 800 }
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {}
}
const _windowFits: Part<Omit<Electron.BrowserWindow, 'webContents'>> = BrowserWindow.prototype
void _windowFits

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    seen.events.push('schemes registered')
    seen.schemes.push(...schemes)
  },
  handle(scheme, handler) {
    seen.protocols.set(scheme, handler)
  },
} satisfies Partial<Electron.Protocol>

export const ipcMain = {
  handle(channel, handler) {
    seen.handlers.set(channel, handler)
  },
} satisfies Partial<Electron.IpcMain>

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: PermissionRequest | null) {
      seen.permissionRequest = handler
    },
    setPermissionCheckHandler(handler: PermissionCheck | null) {
      seen.permissionCheck = handler
    },
    setDevicePermissionHandler() {},
  } satisfies Partial<Electron.Session>,
}

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: Electron.MenuItemConstructorOptions[]) {
    seen.menu = menu
  },
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display],
} satisfies Partial<Electron.Screen>

export const shell = {
  openPath: () => Promise.resolve(''),
  showItemInFolder() {},
} satisfies Partial<Electron.Shell>

export const dialog = {
  showErrorBox(title: string, content: string) {
    seen.errorBoxes.push(`${title}: ${content}`)
  },
  showMessageBoxSync: () => 0,
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
} satisfies Partial<Electron.Dialog>
