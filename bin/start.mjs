import { spawn } from 'node:child_process'
import process from 'node:process'
import { ensureBuilt, root } from './build.mjs'
import { fetchElectron, findElectron } from './electron-binary.mjs'

await ensureBuilt()
const wanted = process.env.GALLEY_HOST
const obstacle = wanted === 'electron' ? undefined : whyNoElectron()
const electron = obstacle ? undefined : (findElectron() ?? fetchElectron({ again: wanted === 'electron' }))

if (electron) {
  startElectron(electron)
} else if (wanted === 'electron') {
  process.stderr.write('Electron could not be had, and GALLEY_HOST asks for it.\n')
  process.exitCode = 1
} else {
  process.stderr.write(`${obstacle ?? 'Electron is not available here'}: Galley opens in a browser.\n`)
  // In this very process, so that signals and the terminal are the host's own.
  await import(new URL('../out/main/browser.js', import.meta.url).href)
}

/** Why Electron would not run even if it were installed; undefined when nothing speaks against it. */
function whyNoElectron() {
  if (wanted === 'browser') return 'As GALLEY_HOST asks'
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'Electron needs a display and there is none'
  // Its sandbox, which Galley never switches off, refuses root.
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  return undefined
}

/** @param {string} path */
function startElectron(path) {
  const child = spawn(path, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('error', (error) => {
    process.stderr.write(`Electron could not be started: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
