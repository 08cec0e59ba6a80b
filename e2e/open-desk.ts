import { _electron, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { endHost, root, serve } from './host-process'

/** A running desk and its windows. */
export interface RunningDesk {
  /** The first window. */
  page: Page
  library: string
  /** Opens one more window: its own session of the same desk. */
  anotherWindow(): Promise<Page>
  /** Ends it as a person would. */
  close(): Promise<void>
  /** `kill -9`: no goodbye, nothing flushed; or a polite signal. A browser's window is left standing. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
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
  return {
    page,
    library: wanted.library,
    // The cookie that the first window was given admits the others.
    anotherWindow: () => openWindow(context, new URL('/', url).href),
    async close() {
      await context.close()
      await endHost(host, 'SIGTERM')
    },
    kill: (signal = 'SIGKILL') => endHost(host, signal),
  }
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
    async kill(signal = 'SIGKILL') {
      const closed = app.waitForEvent('close')
      app.process().kill(signal)
      await closed
    },
  }
}
