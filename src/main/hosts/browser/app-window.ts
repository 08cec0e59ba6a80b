import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** A browser that is gone sooner than this showed no window of its own. */
const shortestLife = 3000

/** How a window's browser ended: handed over means that one already running shows the window. */
type WindowEnd = 'closed' | 'handed-over' | 'failed'

/** A window of a browser, from outside. */
export interface AppWindow {
  ended: Promise<WindowEnd>
  close(): void
}

/**
 * Opens an address as a window of its own, without tabs or an address bar.
 * @param profile a folder of its own: closing the window then ends the browser, and the person's own stays apart
 */
export function openAppWindow(browser: string, url: string, profile: string): AppWindow {
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const began = Date.now()
  const child = spawn(
    browser,
    [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'],
    { stdio: 'ignore' },
  )
  const ended = new Promise<WindowEnd>((resolve) => {
    child.on('error', () => resolve('failed'))
    child.on('exit', (code) => {
      if (Date.now() - began > shortestLife) resolve('closed')
      else resolve(code === 0 ? 'handed-over' : 'failed')
    })
  })
  return { ended, close: () => void child.kill() }
}
