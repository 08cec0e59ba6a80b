import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt, root } from '../../bin/build.mjs'
import { commands } from '../../src/shared/commands/catalogue'

/** What drive.ts prints. */
interface Report {
  events: string[]
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  windows: { url: string; webPreferences: Record<string, unknown> }[]
  protocol: Record<string, { status: number; policy: string | null }>
  requests: Record<string, unknown> & { channels: string[] }
  permissions: { asked: boolean; checked: boolean }
  navigation: Record<string, unknown>
  menu: string[]
  told: unknown[][]
  preload: { exposed: string[]; invoked: unknown[][]; required: string[] }
  quit: { unlocked: boolean; heldBack: boolean }
}

const run = promisify(execFile)
let folder: string
let report: Report

beforeAll(async () => {
  await ensureBuilt()
  folder = await mkdtemp(join(tmpdir(), 'galley-electron-entry-'))
  const env = { ...process.env, GALLEY_HOME: join(folder, 'home') }
  const library = join(folder, 'library')
  await run(process.execPath, [join(root, 'out/main/cli.js'), 'init', library], { env })
  const drive = join(import.meta.dirname, 'drive.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', drive, join(root, 'out'), library], {
    env,
    cwd: root,
  })
  report = JSON.parse(stdout) as Report
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The built entry and preload on a recording stand-in; a real Electron runs the end-to-end tests elsewhere. */
describe('the built Electron entry', () => {
  it('registers its scheme before Electron is ready', () => {
    expect(report.events).toEqual(['schemes registered', 'ready'])
    expect(report.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('opens one window: sandboxed, isolated, without Node', () => {
    expect(report.windows).toHaveLength(1)
    expect(report.windows[0]?.url).toBe('app://galley/index.html')
    expect(report.windows[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    })
    expect(report.windows[0]?.webPreferences['preload']).toBe(join(root, 'out/preload/index.cjs'))
  })

  it('serves its own files under a policy and refuses what lies outside', () => {
    expect(report.protocol['window']?.status).toBe(200)
    expect(report.protocol['window']?.policy).toContain("script-src 'self'")
    for (const outside of ['outside', 'dotted']) expect(report.protocol[outside]?.status).toBe(404)
    for (const refused of ['foreignHost', 'posted']) expect(report.protocol[refused]?.status).toBe(403)
  })

  it('answers its own top frame on one channel, and nobody else', () => {
    expect(report.requests.channels).toEqual(['galley:request'])
    expect(report.requests['own']).toMatchObject({ ok: true, value: { person: null } })
    expect(report.requests['unknownName']).toMatchObject({ ok: false })
    for (const stranger of ['foreignFrame', 'childFrame', 'foreignWindow'])
      expect(report.requests[stranger]).toEqual({ thrown: 'Error: Refused: untrusted sender' })
  })

  it('denies permissions, navigation, new windows and web views', () => {
    expect(report.permissions).toEqual({ asked: false, checked: false })
    expect(report.navigation).toEqual({
      away: true,
      previewAway: true,
      previewWithin: false,
      newWindow: { action: 'deny' },
      webView: true,
    })
  })

  it('builds its menu from the command catalogue and tells the window what was chosen', () => {
    expect(report.menu).toEqual(expect.arrayContaining(Object.keys(commands)))
    expect(report.told).toContainEqual(['galley:event', 'command.chosen', { command: 'article.new' }])
  })

  it('gives the window its few functions through the preload', () => {
    expect(report.preload.required).toEqual(['electron'])
    expect(report.preload.exposed.sort()).toEqual([
      'mediaUrl',
      'on',
      'openFile',
      'pickFiles',
      'request',
      'saveAs',
      'showPlace',
    ])
    expect(report.preload.invoked).toEqual([['galley:request', 'session.state', {}]])
  })

  it('flushes and unlocks before it quits', () => {
    expect(report.quit).toEqual({ heldBack: true, unlocked: true })
  })
})
