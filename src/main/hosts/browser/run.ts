import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { Desk } from '../../desk'
import { openAppWindow, type AppWindow } from './app-window'
import { serveDesk, type DeskServer } from './server'

/** How a desk is shown. */
export interface Showing {
  desk: Desk
  /** The folder a build writes. */
  place: string
  /** 0 takes any free port. */
  port: number
  /** The browser to open a window with; null only tells the address. */
  browser: string | null
  /** Galley's own folder, for the window's profile. */
  home: string
  /** Told once the desk answers; `opened` is false when a person has to follow the address. */
  ready(url: string, opened: boolean): void
  /** Told when a window was tried and did not come up. */
  windowFailed(url: string): void
  reportBug(bug: unknown): void
  /** Resolves when the process is told to stop. */
  stopped: Promise<void>
}

/** Shows a desk in a browser until it is stopped, or until the window it opened is closed; the desk is closed then. */
export async function showInBrowser(showing: Showing): Promise<Result<void, string>> {
  const { desk, place, browser } = showing
  const server = await serveDesk({
    desk: {
      openSession: (tell) => desk.openSession(tell),
      picture: desk.picture,
      sitePage: desk.sitePage,
    },
    out: { renderer: join(place, 'renderer'), preload: join(place, 'preload') },
    port: showing.port,
    reportBug: showing.reportBug,
  })
  if (!server.ok) {
    await desk.close()
    return err(server.error)
  }
  const { url } = server.value
  const window = browser === null ? null : openAppWindow(browser, url, join(showing.home, 'browser'))
  showing.ready(url, window !== null)
  const ends = [showing.stopped, ...(window ? [untilLeft(window, server.value, showing.windowFailed)] : [])]
  await Promise.race(ends)
  window?.close()
  await server.value.close()
  await desk.close()
  return ok(undefined)
}

/** Resolves when the window that was opened is closed and nobody looks on in another browser. */
async function untilLeft(
  window: AppWindow,
  server: DeskServer,
  windowFailed: (url: string) => void,
): Promise<void> {
  const end = await window.ended
  if (end === 'failed') {
    windowFailed(server.url)
    // Whoever follows the address stops it by hand.
    await new Promise(() => {})
  }
  // The window of a browser that ran before still has to load.
  while (end === 'handed-over' && server.listening() === 0) await aWhile()
  do await aWhile()
  while (server.listening() > 0)
}

/** Longer than a reload. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2000))
