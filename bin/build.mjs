import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const sources = [
  'src',
  'electron.vite.config.ts',
  'bin/refuse-node-modules.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const stamp = join(root, 'out', 'built-from.txt')
const lock = join(root, '.cache', 'build.lock')

/**
 * Makes `out/` match the sources, building it when anything changed since the last build. Parallel callers wait
 * for one builder. Everything the build says goes to stderr: stdout belongs to the command that follows.
 * Ends the process with exit code 1 when the build fails.
 */
export async function ensureBuilt() {
  if (isFresh()) return
  await inTurn(() => {
    // Another process may have built meanwhile.
    if (!isFresh()) buildAll()
  })
}

/** Builds whatever the state of `out/`; waits for a builder that is already at work. */
export async function rebuild() {
  await inTurn(buildAll)
}

/** @param {() => void} work */
async function inTurn(work) {
  while (!takeLock()) await pause(100)
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function buildAll() {
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  // Taken before, not after: what changes while building is built again next time.
  const built = fingerprint()
  rmSync(stamp, { force: true })
  process.stderr.write('Building Galley…\n')
  const run = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // A test runner's NODE_ENV would make it a development build.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (run.status !== 0) {
    rmSync(lock, { force: true })
    process.stderr.write('Galley could not be built. Is everything installed? Run `npm ci` and try again.\n')
    process.exit(1)
  }
  writeFileSync(stamp, built)
}

function isFresh() {
  try {
    return readFileSync(stamp, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

/** Every source with its size and time of change. Tests are left out: they are not built. */
function fingerprint() {
  /** @type {string[]} */
  const lines = []
  /** @param {string} path */
  const look = (path) => {
    const stat = statSync(join(root, path))
    if (stat.isDirectory()) for (const name of readdirSync(join(root, path))) look(`${path}/${name}`)
    else if (!path.endsWith('.test.ts')) lines.push(`${path} ${stat.size} ${stat.mtimeMs}`)
  }
  sources.forEach(look)
  return lines.sort().join('\n')
}

/** True when this process is now the builder. The lock of a process that no longer runs is taken over. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (!holderRuns()) rmSync(lock, { force: true })
    return false
  }
}

function holderRuns() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Created but not written yet: give its holder a moment.
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 2000
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process runs too; and a lock that has just gone is looked at again.
    return ['EPERM', 'ENOENT'].includes(codeOf(error))
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await rebuild()
