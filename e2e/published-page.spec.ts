import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { galleyJson } from './command-line'
import { expect, test } from './fixtures'
import { publishSample, type PublishedPage } from './published-pages'
import { sampleAdmin, samplePassphrase } from './sample-library'
import { serveSite, type ServedSite } from './served-site'

declare global {
  interface Window {
    /** How far the page's parts were pushed about since it began to load (Layout Instability). */
    shifted?: number
  }
}

let folder = ''
let pages: PublishedPage[] = []
let site: ServedSite

const addressOf = (name: string): string =>
  site.address + (pages.find((page) => page.name === name)?.path ?? '')

/** The sample site under an address, with pictures that come late. */
test.beforeAll(async ({ templates }) => {
  folder = await mkdtemp(join(tmpdir(), 'galley-published-'))
  const library = join(folder, 'library')
  await cp(templates.sample, library, { recursive: true })
  const secret = { GALLEY_PASSPHRASE: samplePassphrase }
  await galleyJson(['site', library, 'url=https://saltmere.example/', '--as', sampleAdmin], secret)
  pages = await publishSample(library, join(folder, 'site'))
  site = await serveSite(join(folder, 'site'), { picturesAfter: 250 })
})

test.afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.shifted = (window.shifted ?? 0) + (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Reads a page to its end, so that every picture comes. */
async function readToTheEnd(page: Page): Promise<void> {
  const pictures = page.locator('main img')
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty('complete', true)
  }
}

test('nothing is pushed about by pictures that come late', async ({ browser }) => {
  for (const width of [390, 1440])
    for (const { name } of pages) {
      const page = await browser.newPage({ viewport: { width, height: 800 } })
      await noteShifts(page)
      await page.goto(addressOf(name))
      await readToTheEnd(page)
      expect.soft(await page.evaluate(() => window.shifted), `${name} at ${width}`).toBe(0)
      await page.close()
    }
})

test('a page is read and shared without script', async ({ browser }) => {
  const page = await withoutScript(browser)
  await page.goto(addressOf('article'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const share = page.getByRole('region', { name: 'Share' })
  await expect(share.getByRole('link')).toHaveText(['X', 'Facebook', 'LinkedIn', 'WhatsApp', 'Email'])
  await expect(share.getByRole('button')).toHaveCount(0)
  await expect(share.getByRole('link', { name: 'Email' })).toHaveAttribute('href', /^mailto:\?subject=/)
  await page.context().close()
})

async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  return context.newPage()
}

test('where script may run its address can be copied', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(addressOf('article'))
  const share = page.getByRole('region', { name: 'Share' })
  await share.getByRole('button', { name: 'Copy link' }).click()
  await expect(share.getByRole('status')).toHaveText('Copied')
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical)
  expect(complaints).toEqual([])
})

test('on the narrowest telephone nothing is cut off, and readers see which category they are in', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const { name } of pages) {
    await page.goto(addressOf(name))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(wide, name).toBeLessThanOrEqual(320)
    const current = page.locator('.sections [aria-current]')
    if ((await current.count()) > 0) await expect(current, name).toBeInViewport({ ratio: 0.99 })
  }
})

test('by keyboard the article is one key away', async ({ page }) => {
  await page.goto(addressOf('article'))
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the article' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  expect(await focused.evaluate((link) => link.closest('main') !== null)).toBe(true)
  await expect(focused).toHaveCSS('outline-style', 'solid')
})

test('it follows the reader: dark, from the right, on paper', async ({ page }) => {
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.goto(addressOf('article'))
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper()).not.toBe(light)
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  expect(await paper()).toBe('rgb(255, 255, 255)')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Share' })).toHaveCount(0)
  await page.emulateMedia({ colorScheme: null, media: null })
  await page.goto(addressOf('right-to-left'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'rtl')
  await expect(page.locator('.byline')).toContainText('بقلم')
})
