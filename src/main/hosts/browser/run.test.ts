import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDesk } from '../../desk'
import { findBrowser } from './find-browser'
import { showInBrowser, type Showing } from './run'

describe('the browser for a window', () => {
  const there =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path)
  const linux = { platform: 'linux' as const, isRoot: false }

  it('is found on the path where there is a screen', () => {
    const env = { DISPLAY: ':0', PATH: '/usr/bin:/opt/bin' }
    expect(findBrowser({ ...linux, env }, there('/opt/bin/google-chrome'))).toBe('/opt/bin/google-chrome')
    expect(findBrowser({ ...linux, env }, there())).toBeNull()
    expect(findBrowser({ ...linux, env: { PATH: '/opt/bin' } }, there('/opt/bin/chromium'))).toBeNull()
    expect(findBrowser({ ...linux, env, isRoot: true }, there('/opt/bin/chromium'))).toBeNull()
  })

  it('may be named, and has its places on other systems', () => {
    const named = { DISPLAY: ':0', GALLEY_BROWSER: '/x/y' }
    expect(findBrowser({ ...linux, env: named }, there('/x/y'))).toBe('/x/y')
    const mac = { platform: 'darwin' as const, isRoot: false, env: {} }
    expect(findBrowser(mac, () => true)).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  })
})

describe.skipIf(process.platform === 'win32')('a desk shown in a browser', () => {
  let folder: string
  let told: string[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-show-'))
    told = []
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function browser(script: string): Promise<string> {
    const path = join(folder, 'browser.sh')
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o755)
    return path
  }
  const show = (wanted: Partial<Showing>) =>
    showInBrowser({
      desk: createDesk({ home: folder, who: 'a test' }),
      place: folder,
      port: 0,
      browser: null,
      home: folder,
      ready: (url, opened) => void told.push(`${opened ? 'opened' : 'at'} ${url}`),
      windowFailed: () => void told.push('failed'),
      reportBug: (bug) => void told.push(String(bug)),
      stopped: new Promise(() => {}),
      ...wanted,
    })

  it('tells its address and ends when it is stopped', async () => {
    const shown = await show({ stopped: new Promise((resolve) => setTimeout(resolve, 50)) })
    expect(shown.ok).toBe(true)
    expect(told).toEqual([expect.stringMatching(/^at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)])
  })

  it('opens a window with a profile of its own and ends when that is closed', async () => {
    const path = await browser(`echo "$@" > ${folder}/arguments; sleep 3.2`)
    expect((await show({ browser: path })).ok).toBe(true)
    const given = await readFile(join(folder, 'arguments'), 'utf8')
    expect(given).toContain('--app=http://127.0.0.1:')
    expect(given).toContain(`--user-data-dir=${folder}/browser`)
    expect(given).not.toContain('--no-sandbox')
    expect(told).toHaveLength(1)
  })

  it('says when the browser does not start, and goes on until it is stopped', async () => {
    const stopped = new Promise<void>((resolve) => setTimeout(resolve, 500))
    await show({ browser: await browser('exit 1'), stopped })
    expect(told).toEqual([expect.stringMatching(/^opened /), 'failed'])
  })

  it('says when its port is taken', async () => {
    const first = show({ stopped: new Promise((resolve) => setTimeout(resolve, 400)) })
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    const port = Number(/:(\d+)\//.exec(told[0] ?? '')?.[1])
    expect(await show({ port })).toEqual({ ok: false, error: `Port ${port} is in use.` })
    await first
  })
})
