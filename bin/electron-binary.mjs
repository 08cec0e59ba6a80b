import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'

const launcher = join(root, 'node_modules', 'electron')
const failure = join(root, '.cache', 'electron-unavailable')
const patience = 60_000

/** The Electron program's path, or undefined where npm has brought only its launcher. Downloads nothing. */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(launcher, 'dist')
  const path = join(folder, readText(join(launcher, 'path.txt')) ?? defaultName())
  return existsSync(path) ? path : undefined
}

/**
 * Tries once to download Electron, for at most a minute, and says so. A failure is remembered for this version
 * of Electron, so that the next start does not wait again; `again` tries all the same.
 */
export function fetchElectron({ again = false } = {}) {
  const version = JSON.parse(readFileSync(join(launcher, 'package.json'), 'utf8')).version
  if (!again && readText(failure) === version) return undefined
  process.stderr.write(`Downloading Electron ${version}, once (up to ${patience / 1000} s)…\n`)
  spawnSync(process.execPath, [join(launcher, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const path = findElectron()
  if (path) {
    rmSync(failure, { force: true })
  } else {
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(failure, version)
  }
  return path
}

function defaultName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
