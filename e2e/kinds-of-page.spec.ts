import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { publishEveryKind, siteAddress } from './kinds-of-page'

test.setTimeout(180_000)

/** What WCAG 2.2 asks at its middle level, and what is good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

let folder = ''
let paths: Record<string, string> = {}

test.beforeAll(async ({ templates }) => {
  folder = await mkdtemp(join(tmpdir(), 'galley-kinds-'))
  await cp(templates.sample, join(folder, 'library'), { recursive: true })
  paths = await publishEveryKind(join(folder, 'library'), join(folder, 'site'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/**
 * Answers for the site at its own address, which pages such as the one for what is not found lead to.
 * @param stays leaves readers on a page that would send them on
 */
async function answerFor(page: Page, { stays } = { stays: false }): Promise<void> {
  await page.route(`${siteAddress}**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const path = join(folder, 'site', pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (!stays || !path.endsWith('.html')) return route.fulfill({ path })
    const body = (await readFile(path, 'utf8')).replace(/<meta http-equiv="refresh"[^>]*>/, '')
    return route.fulfill({ body, contentType: 'text/html' })
  })
}

/** What axe finds, in light and in dark, on a phone and on a wide screen, as lines that say where. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of [390, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes)
          faults.push(
            `${where} at ${width}, ${colorScheme}: ${id} at ${target.join(' ')}. ${failureSummary ?? ''}`,
          )
    }
  return faults
}

test('no kind of published page has a fault that axe knows, and none is wider than a small phone', async ({
  page,
}) => {
  await answerFor(page, { stays: true })
  for (const [name, path] of Object.entries(paths)) {
    await test.step(name, async () => {
      await page.goto(siteAddress + path)
      expect.soft(await faultsOf(page, name)).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(width, `${name} is wider than a small phone`).toBeLessThanOrEqual(320)
    })
  }
})

test('the search finds, and what it shows has no fault either', async ({ page }) => {
  await answerFor(page)
  await page.goto(siteAddress + paths.search)
  await page.getByRole('searchbox').fill('wall')
  await expect(page.getByRole('link', { name: 'The wall that keeps Saltmere dry' })).toBeVisible()
  expect(await faultsOf(page, 'search results')).toEqual([])
})

test('who follows a former address is sent on, and a withdrawn article says why', async ({ page }) => {
  await answerFor(page)
  await page.goto(siteAddress + paths.moved)
  await expect(page).toHaveURL(/\/top-stories\/the-footbridge\//)
  await page.goto(siteAddress + paths.withdrawn)
  await expect(page.getByText('None of it happened.')).toBeVisible()
})
