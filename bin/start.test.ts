import { execFile } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** The stand-in for Electron is a shell script. */
const onWindows = process.platform === 'win32'

/** A project that has our bin/, one source, and stand-ins for the builder and for Electron's launcher. */
let project: string

const builder = `
  import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
  console.log('building')
  appendFileSync('builds.txt', 'x')
  if (readFileSync('src/cli.ts', 'utf8') === 'broken') process.exit(1)
  await new Promise((done) => setTimeout(done, 100))
  mkdirSync('out/main', { recursive: true })
  for (const host of ['cli', 'browser'])
    writeFileSync('out/main/' + host + '.js', 'console.log(JSON.stringify(["' + host + '", ...process.argv.slice(2)]))')
`

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'galley-start-')))
  cpSync(import.meta.dirname, join(project, 'bin'), { recursive: true })
  write('package.json', '{"type":"module"}')
  for (const file of ['package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json']) write(file, '')
  write('src/cli.ts', 'one')
  write('node_modules/electron-vite/bin/electron-vite.js', builder)
  write('node_modules/electron-vite/package.json', '{"type":"module"}')
  write('node_modules/electron/package.json', '{"version":"45.0.0"}')
  write(
    'node_modules/electron/install.js',
    `require('fs').appendFileSync('fetches.txt', 'x'); process.exit(1)`,
  )
})

afterEach(() => {
  rmSync(project, { recursive: true, force: true })
})

describe('galley', () => {
  it('is built once by parallel calls, which keep stdout for the command', async () => {
    const calls = await Promise.all(['a', 'b', 'c'].map((word) => run('galley.mjs', [word])))
    expect(calls.map(({ stdout }) => JSON.parse(stdout) as unknown)).toEqual([
      ['cli', 'a'],
      ['cli', 'b'],
      ['cli', 'c'],
    ])
    expect(calls.filter(({ stderr }) => stderr.includes('building'))).toHaveLength(1)
    expect(read('builds.txt')).toBe('x')
  })

  it('is built again only when a source was changed, added or removed', async () => {
    await run('galley.mjs')
    await run('galley.mjs')
    write('src/cli.test.ts', 'tests are not built')
    await run('galley.mjs')
    expect(read('builds.txt')).toBe('x')
    write('src/cli.ts', 'two!')
    await run('galley.mjs')
    write('src/more.ts', '')
    await run('galley.mjs')
    rmSync(join(project, 'src/more.ts'))
    await run('galley.mjs')
    expect(read('builds.txt')).toBe('xxxx')
  })

  it('says that it could not be built, and tries again next time', async () => {
    write('src/cli.ts', 'broken')
    const failed = await run('galley.mjs')
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    expect(failed.stderr).toContain('could not be built')
    write('src/cli.ts', 'mended')
    expect(await run('galley.mjs', ['a'])).toMatchObject({ code: 0, stdout: '["cli","a"]\n' })
  })

  it('takes over from a builder that was killed', async () => {
    write('.cache/build.lock', '999999999')
    expect(await run('galley.mjs', ['a'])).toMatchObject({ code: 0, stdout: '["cli","a"]\n' })
  })
})

describe('npm start', () => {
  it('opens the browser host where it is asked for, in one line', async () => {
    const { stdout, stderr } = await run('start.mjs', ['LIB'], { GALLEY_HOST: 'browser' })
    expect(stdout).toBe('["browser","LIB"]\n')
    expect(stderr).toContain('As GALLEY_HOST asks: Galley opens in a browser.\n')
  })

  it.skipIf(onWindows)('uses Electron where it is installed', async () => {
    const name = installElectron()
    const { stdout, code } = await run('start.mjs', ['LIB'], { GALLEY_HOST: 'electron' })
    expect([stdout, code]).toEqual([`${name} ${project} LIB\n`, 7])
  })

  it.skipIf(onWindows)('finds an Electron that stands elsewhere', async () => {
    const name = installElectron()
    cpSync(join(project, 'node_modules/electron/dist'), join(project, 'elsewhere'), { recursive: true })
    rmSync(join(project, 'node_modules/electron/dist'), { recursive: true })
    const env = { GALLEY_HOST: 'electron', ELECTRON_OVERRIDE_DIST_PATH: join(project, 'elsewhere') }
    expect((await run('start.mjs', [], env)).stdout).toBe(`${name} ${project}\n`)
  })

  it('tries once to fetch Electron and remembers that it could not', async () => {
    const script = `import { fetchElectron } from './bin/electron-binary.mjs'
      fetchElectron(); fetchElectron(); console.log(String(fetchElectron()))`
    write('try.mjs', script)
    const { stdout, stderr } = await run('../try.mjs')
    expect(stdout).toBe('undefined\n')
    expect(stderr.match(/Downloading Electron 45\.0\.0/g)).toHaveLength(1)
    expect(read('fetches.txt')).toBe('x')
  })

  it('says so when Electron is asked for and cannot be had', async () => {
    const { stderr, code } = await run('start.mjs', [], { GALLEY_HOST: 'electron' })
    expect(code).toBe(1)
    expect(stderr).toContain('Electron could not be had')
  })
})

/** A stand-in that prints what it was started with and exits with 7; gives its name. */
function installElectron() {
  const name = 'electron-stand-in'
  write(`node_modules/electron/dist/${name}`, `#!/bin/sh\necho ${name} "$@"\nexit 7\n`)
  write('node_modules/electron/path.txt', name)
  chmodSync(join(project, 'node_modules/electron/dist', name), 0o755)
  return name
}

function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const file = join(project, 'bin', script)
    const options = { cwd: project, env: { ...process.env, ...env } }
    const child = execFile(process.execPath, [file, ...args], options, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}

function read(path: string) {
  return readFileSync(join(project, path), 'utf8')
}
