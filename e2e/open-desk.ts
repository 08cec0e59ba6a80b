import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type Browser, type BrowserContext, type Page } from '@playwright/test'

export const root = join(import.meta.dirname, '..')

/** A running desk and its windows. */
export interface RunningDesk {
  /** The first window. */
  page: Page
  library: string
  /** Opens one more window: its own session of the same desk. */
  anotherWindow(): Promise<Page>
  /** Ends it as a person would. */
  close(): Promise<void>
  /** `kill -9`: no goodbye, nothing flushed. */
  kill(): Promise<void>
}

export interface DeskToOpen {
  library: string
  /** GALLEY_HOME: recent libraries, the sample, the default export folder. */
  home: string
  viewport?: { width: number; height: number }
}

/** Opens a desk on the host the run is for: the browser host, or Electron with GALLEY_HOST=electron. */
export function openDesk(browser: Browser, wanted: DeskToOpen): Promise<RunningDesk> {
  return process.env.GALLEY_HOST === 'electron' ? openInElectron(wanted) : openInBrowser(browser, wanted)
}

async function openInBrowser(browser: Browser, wanted: DeskToOpen): Promise<RunningDesk> {
  const { host, url } = await serve(wanted.library, wanted.home)
  const context = await browser.newContext({ viewport: wanted.viewport ?? { width: 1440, height: 900 } })
  const page = await openWindow(context, url)
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()))
  return {
    page,
    library: wanted.library,
    // The cookie that the first window was given admits the others.
    anotherWindow: () => openWindow(context, new URL('/', url).href),
    async close() {
      await context.close()
      host.kill('SIGTERM')
      await ended
    },
    async kill() {
      host.kill('SIGKILL')
      await ended
      await context.close()
    },
  }
}

/** Starts the browser host on a library and waits for its address. */
export async function serve(library: string, home: string): Promise<{ host: ChildProcess; url: string }> {
  const host = spawn(
    process.execPath,
    [join(root, 'out/main/cli.js'), 'serve', library, '--no-open', '--json'],
    {
      env: { ...process.env, GALLEY_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: host.stdout })) {
    return { host, url: (JSON.parse(line) as { url: string }).url }
  }
  throw new Error('The browser host ended before it told its address.')
}

async function openWindow(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function openInElectron(wanted: DeskToOpen): Promise<RunningDesk> {
  const app = await _electron.launch({
    args: [root, wanted.library],
    env: { ...process.env, GALLEY_HOME: wanted.home } as Record<string, string>,
  })
  const page = await app.firstWindow()
  if (wanted.viewport) await page.setViewportSize(wanted.viewport)
  return {
    page,
    library: wanted.library,
    async anotherWindow() {
      const opened = app.waitForEvent('window')
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('window.another')?.click())
      return opened
    },
    close: () => app.close(),
    async kill() {
      app.process().kill('SIGKILL')
      await app.waitForEvent('close')
    },
  }
}
