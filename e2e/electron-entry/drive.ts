import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import type { IpcMainInvokeEvent, MenuItemConstructorOptions } from 'electron'
import { app, becomeReady, quit, seen } from './stand-in'

/**
 * Runs the built Electron entry and the built preload on the stand-in, tries their doors, and prints what happened
 * as one JSON document. Arguments: the folder a build writes, a library.
 */
const [out = '', library = ''] = process.argv.slice(2)
process.argv = [process.execPath, 'program-folder', library]
register('./electron-hook.mjs', import.meta.url)

await import(pathToFileURL(join(out, 'main/index.js')).href)
becomeReady()
while (seen.windows.length === 0 || seen.handlers.size === 0)
  await new Promise((resolve) => setTimeout(resolve, 10))

const [window] = seen.windows
if (!window) throw new Error('No window was made.')
const handle = seen.handlers.get('galley:request')
const page = 'app://galley/index.html#/desk'

/** Sends a request as Electron would deliver it. */
async function ask(from: { url: string; top: boolean; sender?: number }, name: string): Promise<unknown> {
  const event = {
    sender: { id: from.sender ?? window?.webContents.id },
    senderFrame: { url: from.url, parent: from.top ? null : {} },
  } as unknown as IpcMainInvokeEvent
  try {
    return (await handle?.(event, name, {})) as unknown
  } catch (refusal) {
    return { thrown: String(refusal) }
  }
}

/** What the own protocol answers at an address. */
async function fetched(address: string, method = 'GET'): Promise<{ status: number; policy: string | null }> {
  const response = await seen.protocols.get('app')?.(new Request(address, { method }))
  return { status: response?.status ?? 0, policy: response?.headers.get('Content-Security-Policy') ?? null }
}

/** Whether the page is kept from going somewhere. */
function isHeld(event: string, details: object): boolean {
  let held = false
  window?.webContents.emit(event, { preventDefault: () => (held = true), ...details })
  return held
}

const permission = new Promise<boolean>((resolve) =>
  seen.permissionRequest?.({} as never, 'media', resolve, {} as never),
)
const menuItems = (seen.menu ?? []).flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[])
const chosen = menuItems.find(({ id }) => id === 'article.new')
chosen?.click?.({} as never, window as never, {} as never)

const report = {
  events: seen.events,
  schemes: seen.schemes,
  windows: seen.windows.map(({ url, options }) => ({ url, webPreferences: options.webPreferences })),
  protocol: {
    window: await fetched('app://galley/index.html'),
    outside: await fetched('app://galley/..%2f..%2fpackage.json'),
    dotted: await fetched('app://galley/%2e%2e/main/index.js'),
    foreignHost: await fetched('app://elsewhere/index.html'),
    posted: await fetched('app://galley/index.html', 'POST'),
  },
  requests: {
    own: await ask({ url: page, top: true }, 'session.state'),
    unknownName: await ask({ url: page, top: true }, 'no.such-request'),
    foreignFrame: await ask({ url: 'https://example.org/', top: true }, 'session.state'),
    childFrame: await ask({ url: page, top: false }, 'session.state'),
    foreignWindow: await ask({ url: page, top: true, sender: 99 }, 'session.state'),
    channels: [...seen.handlers.keys()],
  },
  permissions: {
    asked: await permission,
    checked: seen.permissionCheck?.({} as never, 'media', '', {} as never),
  },
  navigation: {
    away: isHeld('will-frame-navigate', { url: 'https://example.org/', isMainFrame: true }),
    previewAway: isHeld('will-frame-navigate', { url: 'https://example.org/', isMainFrame: false }),
    previewWithin: isHeld('will-frame-navigate', { url: 'app://galley/site/index.html', isMainFrame: false }),
    newWindow: window.webContents.windowOpen?.({ url: 'app://galley/' } as never),
    webView: isHeld('will-attach-webview', {}),
  },
  menu: menuItems.flatMap(({ id }) => id ?? []),
  told: window.webContents.sent,
  preload: runPreload(),
  quit: await quitAndReport(),
}
process.stdout.write(JSON.stringify(report))

/** Runs the built preload as a sandboxed window would: with a `require` that knows only electron. */
function runPreload(): { exposed: string[]; invoked: unknown[][]; required: string[] } {
  const required: string[] = []
  const invoked: unknown[][] = []
  const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => (exposed[name] = api),
    },
    ipcRenderer: { invoke: (...message: unknown[]) => invoked.push(message), on() {}, off() {} },
  }
  const requireOnly = (name: string): unknown => {
    required.push(name)
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`)
    return electron
  }
  // As Electron itself wraps a preload: a function of what it may use.
  const script = readFileSync(join(out, 'preload/index.cjs'), 'utf8')
  const run = compileFunction(script, ['require', 'module', 'exports']) as (...given: unknown[]) => void
  run(requireOnly, { exports: {} }, {})
  exposed['galley']?.['request']?.('session.state', {})
  return { exposed: Object.keys(exposed['galley'] ?? {}), invoked, required }
}

/** Quits as a person would; the entry has to hold the quitting until the library is unlocked. */
async function quitAndReport(): Promise<{ unlocked: boolean; heldBack: boolean }> {
  const lock = join(library, 'library.lock')
  const isLocked = (): boolean => {
    try {
      return readFileSync(lock).length > 0
    } catch {
      return false
    }
  }
  app.quit()
  const heldBack = isLocked()
  await quit
  return { unlocked: !isLocked(), heldBack }
}
