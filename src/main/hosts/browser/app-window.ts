import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** A window that is gone sooner than this never was one: the browser could not start. */
const shortestLife = 3000

/** A window of a browser, from outside. */
export interface AppWindow {
  /** Resolves when the window is closed: true when it had been open, false when the browser could not start. */
  closed: Promise<boolean>
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
  const closed = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', () => resolve(Date.now() - began > shortestLife))
  })
  return { closed, close: () => void child.kill() }
}
