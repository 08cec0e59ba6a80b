import { defineConfig } from '@playwright/test'
import { browserArgs, findBrowser } from './bin/browser-for-tests.mjs'

const screenshots = '**/screenshots.spec.ts'
const executablePath = findBrowser()

const inBrowser = [
  { name: 'browser', testIgnore: screenshots },
  { name: 'screenshots', testMatch: screenshots },
]
const inElectron = [{ name: 'electron', testIgnore: screenshots }]

/** The same specs run on either host: `openDesk()` in e2e/fixtures.ts looks at GALLEY_HOST as well. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './bin/build-before-e2e.mjs',
  projects: process.env.GALLEY_HOST === 'electron' ? inElectron : inBrowser,
  workers: 2,
  fullyParallel: false,
  // A crowded machine may miss a moment once; what fails three times is broken.
  retries: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: browserArgs },
  },
})
