import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { Desk } from '../../desk'
import { openAppWindow } from './app-window'
import { findBrowser } from './find-browser'
import { serveDesk } from './server'

/** How a desk is shown. */
export interface Showing {
  desk: Desk
  /** The folder a build writes. */
  place: string
  /** 0 takes any free port. */
  port: number
  /** Opens a window where there is a screen and a browser; false only tells the address. */
  open: boolean
  /** Galley's own folder, for the window's profile. */
  home: string
  env: Readonly<Record<string, string | undefined>>
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
  const { desk, place, env, open } = showing
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
  // Chromium's sandbox, which Galley never switches off, refuses root.
  const browser = open && process.getuid?.() !== 0 ? findBrowser(env, process.platform) : null
  const window = browser === null ? null : openAppWindow(browser, url, join(showing.home, 'browser'))
  showing.ready(url, window !== null)

  const left = window?.closed.then(async (hadOpened) => {
    if (!hadOpened) showing.windowFailed(url)
    // Somebody may have followed the address in another browser as well.
    while (!hadOpened || server.value.listening() > 0)
      await new Promise((resolve) => setTimeout(resolve, 1000).unref())
  })
  await Promise.race([showing.stopped, ...(left ? [left] : [])])
  window?.close()
  await server.value.close()
  await desk.close()
  return ok(undefined)
}
