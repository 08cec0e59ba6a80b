import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { galley, galleyJson } from '../command-line'
import { expect, people, test } from '../fixtures'
import { endHost, root } from '../host-process'
import { DeskPage } from '../pages/desk-page'
import { SignInPage } from '../pages/sign-in-page'

test.skip(process.env.GALLEY_HOST === 'electron', 'Electron starts once and shows its window again.')

const readOnlyBanner = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'This library can only be read here' })

/** What the banner and every refusal call a browser host that has the library open. */
const holder = /galley serve, process \d+ on host /

test('a second start can only read, says who holds the library, and writes once that one is closed', async ({
  smallLibrary,
  openAs,
}) => {
  const first = await openAs(smallLibrary, people.editor)
  const written = await new DeskPage(first.page).startArticle()
  await written.writeHeadline('Rain')
  await written.keep()

  const second = await openAs(smallLibrary, people.editor)
  await expect(readOnlyBanner(second.page)).toContainText(holder)
  await expect(readOnlyBanner(second.page)).toContainText('Close it there')
  const read = await new DeskPage(second.page).open('Rain')
  await expect(second.page.getByRole('main')).toContainText(/You can read it but not edit it: .*galley serve/)
  await expect(read.headline).not.toBeEditable()

  await first.close()
  const third = await openAs(smallLibrary, people.editor)
  await expect(readOnlyBanner(third.page)).toBeHidden()
  const draft = await new DeskPage(third.page).open('Rain')
  await draft.writeHeadline('Sun')
  await draft.keep()
})

test('commands that write are refused while a desk is open, commands that read work', async ({
  smallLibrary,
  openAs,
}) => {
  const desk = await openAs(smallLibrary, people.editor)
  await new DeskPage(desk.page)
    .startArticle()
    .then((draft) => draft.writeHeadline('Rain').then(() => draft.keep()))
  const writing = await galley([
    'person',
    smallLibrary,
    'add',
    'New',
    '--role',
    'editor',
    '--as',
    people.admin,
  ])
  expect(writing.code).toBe(1)
  expect(writing.stderr).toMatch(holder)
  expect(writing.stderr).toContain('Close it there')
  const set = await galley(['set', smallLibrary, 'rain', 'headline=No', '--as', people.editor])
  expect(set).toMatchObject({ code: 1, stderr: expect.stringMatching(holder) })

  const rows = await galleyJson<{ headline: string }[]>(['list', smallLibrary])
  expect(rows.map(({ headline }) => headline)).toEqual(['Rain'])
  expect(await galley(['verify', smallLibrary])).toMatchObject({ code: 0 })
})

test('takes over from a desk that was killed', async ({ smallLibrary, open, openAs }) => {
  const killed = await open(smallLibrary)
  await killed.kill()
  const { page } = await openAs(smallLibrary, people.editor)
  await expect(readOnlyBanner(page)).toBeHidden()
  await new DeskPage(page).startArticle()
})

test.describe('npm start', () => {
  let host: ChildProcess | null = null
  test.afterEach(async () => {
    if (host) await endHost(host, 'SIGTERM')
  })

  /** Starts as `npm start` does and gives the address it prints. */
  async function start(home: string, ...args: string[]): Promise<string> {
    const started = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--no-open', ...args], {
      env: { ...process.env, GALLEY_HOST: 'browser', GALLEY_HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    host = started
    for await (const line of createInterface({ input: started.stdout })) {
      const url = /Galley is at (http:\S+)/.exec(line)?.[1]
      if (url !== undefined) return url
    }
    throw new Error('It ended without telling its address.')
  }

  test('opens the sample first, and what was open last ever after', async ({
    page,
    folder,
    smallLibrary,
  }) => {
    const home = join(folder, 'home')
    await page.goto(await start(home))
    await expect(page.getByText(join(home, 'Sample'))).toBeVisible()
    await expect(page.getByText('This is the sample library')).toBeVisible()
    if (host) await endHost(host, 'SIGTERM')

    await page.goto(await start(home))
    await expect(page.getByText(join(home, 'Sample'))).toBeVisible()
    if (host) await endHost(host, 'SIGTERM')

    await page.goto(await start(home, smallLibrary))
    await new SignInPage(page).signIn(people.editor)
    if (host) await endHost(host, 'SIGTERM')

    await page.goto(await start(home))
    await expect(page.getByText(smallLibrary)).toBeVisible()
  })
})
