import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { openDesk, type DeskToOpen, type RunningDesk } from './open-desk'
import { SignInPage } from './pages/sign-in-page'
import { makeSmallLibrary, mustSucceed } from './small-library'

export { expect } from '@playwright/test'
export { people } from './small-library'

interface WorkerFixtures {
  /** Folders made once for each worker and copied for each test. */
  templates: { small: string; sample: string }
}

interface TestFixtures {
  /** An empty folder of the test's own, taken away afterwards. */
  folder: string
  /** A library with one person of each role and no article. */
  smallLibrary: string
  /** The sample library. */
  sampleLibrary: string
  /** Opens a desk; all are closed after the test. */
  open: (library: string, more?: Partial<DeskToOpen>) => Promise<RunningDesk>
  /** Opens a desk and signs a person in. */
  openAs: (library: string, person: string, secret?: string) => Promise<RunningDesk>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  templates: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'galley-templates-'))
      const templates = { small: join(folder, 'small'), sample: join(folder, 'sample') }
      await makeSmallLibrary(templates.small)
      await mustSucceed(['init', templates.sample, '--sample'])
      await use(templates)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },

  smallLibrary: async ({ folder, templates }, use) => {
    await use(await copied(templates.small, join(folder, 'library')))
  },

  sampleLibrary: async ({ folder, templates }, use) => {
    await use(await copied(templates.sample, join(folder, 'sample')))
  },

  open: async ({ browser, folder }, use) => {
    const running: RunningDesk[] = []
    await use(async (library, more) => {
      const desk = await openDesk(browser, { library, home: join(folder, 'home'), ...more })
      running.push(desk)
      return desk
    })
    for (const desk of running) await desk.close()
  },

  openAs: async ({ open }, use) => {
    await use(async (library, person, secret) => {
      const desk = await open(library)
      await new SignInPage(desk.page).signIn(person, secret)
      return desk
    })
  },
})

async function copied(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true })
  return to
}
