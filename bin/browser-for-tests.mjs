import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** Keeps a test browser quiet and off the network. Only tests run without the sandbox, and only as root. */
export const browserArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/**
 * The Chromium that tests drive: the one GALLEY_BROWSER names, else Playwright's own, else the system's.
 * Undefined when there is none. Installs nothing.
 */
export function findBrowser() {
  const named = process.env.GALLEY_BROWSER
  if (named) return named
  return [chromium.executablePath(), ...systemBrowsers()].find((path) => existsSync(path))
}

/** As `findBrowser`, after installing Debian's Chromium where that is possible. */
export function obtainBrowser() {
  const found = findBrowser()
  if (found || !isRoot || !existsSync('/etc/debian_version')) return found
  process.stderr.write('No Chromium found: installing it with apt-get…\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {string[]} args */
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
  return findBrowser()
}

function systemBrowsers() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
  const folders = (process.env.PATH ?? '').split(delimiter)
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = obtainBrowser()
  if (path) process.stdout.write(`${path}\n`)
  else {
    process.stderr.write(
      'The end-to-end tests need a Chromium. Run `npx playwright install chromium`, or install Chrome or Chromium, or let GALLEY_BROWSER name one.\n',
    )
    process.exitCode = 1
  }
}
