import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { goTo } from './pages/navigation'
import { SignInPage } from './pages/sign-in-page'
import { publishSample } from './published-pages'
import { articlesOf, sampleAdmin, samplePassphrase } from './sample-library'
import { draftingViews, furnishingViews, reviewingViews, viewedArticles, type View } from './views'

/** What WCAG 2.2 asks at its middle level, and what is good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const schemes = ['light', 'dark'] as const

test.setTimeout(180_000)

/** An open menu stands outside the landmarks and belongs to its button. */
const isMenu = (rule: string, target: readonly unknown[]): boolean =>
  rule === 'region' && String(target[0]).includes('popper-content')

/** What axe finds now, in light and in dark, as short lines that say where. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(rules)
      // No script runs in the preview, so none can look into it. The published pages are looked at by themselves.
      .exclude('iframe[title="Published page"]')
      .analyze()
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes.filter(({ target }) => !isMenu(id, target)))
        faults.push(`${where}, ${colorScheme}: ${id} at ${target.join(' ')}. ${failureSummary ?? ''}`)
  }
  return faults
}

async function expectNoFaults(page: Page, views: readonly View[]): Promise<void> {
  for (const view of views) {
    await view.show(page)
    expect.soft(await faultsOf(page, view.name)).toEqual([])
    await view.leave?.(page)
  }
}

/** Whether anything of the page, or of what scrolls in it, is wider than the window. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, document.body, document.querySelector('main')].some(
      (element) => element !== null && element.scrollWidth > element.clientWidth + 1,
    ),
  )

test('before and after the desk itself', async ({ open, smallLibrary }) => {
  const { page } = await open(smallLibrary)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect.soft(await faultsOf(page, 'sign-in')).toEqual([])

  await new SignInPage(page).signIn(people.admin)
  await expect(page.getByText('Nothing on the desk yet')).toBeVisible()
  expect.soft(await faultsOf(page, 'desk-empty')).toEqual([])
  await goTo(page, 'Review')
  expect.soft(await faultsOf(page, 'review-empty')).toEqual([])

  await page.getByRole('button', { name: 'open another library' }).click()
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible()
  expect.soft(await faultsOf(page, 'welcome')).toEqual([])
  await page.getByRole('button', { name: 'Make a new library' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect.soft(await faultsOf(page, 'new-library')).toEqual([])
})

test('the drafting view', async ({ openAs, sampleLibrary }) => {
  const articles = viewedArticles(await articlesOf(sampleLibrary))
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  await expectNoFaults(page, draftingViews(articles))
})

test('review and publishing', async ({ openAs, sampleLibrary }) => {
  const articles = viewedArticles(await articlesOf(sampleLibrary))
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  await expectNoFaults(page, reviewingViews(articles))
})

test('the desk, pictures, people and settings', async ({ openAs, sampleLibrary }) => {
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  await expectNoFaults(page, furnishingViews)
})

test('the published pages, on a phone and on a wide screen', async ({ page, folder, sampleLibrary }) => {
  for (const { name, address } of await publishSample(sampleLibrary, join(folder, 'site'))) {
    await page.goto(address)
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await faultsOf(page, `${name} at ${width}`)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 700 })
    expect.soft(await isTooWide(page), `${name} is wider than 320 pixels`).toBe(false)
  }
})

test('nothing is wider than a small or enlarged window', async ({ openAs, sampleLibrary }) => {
  const articles = viewedArticles(await articlesOf(sampleLibrary))
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  const views = [
    ...furnishingViews,
    ...draftingViews(articles).slice(0, 1),
    ...reviewingViews(articles),
  ].filter(({ leave }) => leave === undefined)
  // The second is a window of 1440 by 900 at 200 %.
  for (const [width, height] of [
    [1024, 700],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const view of views) {
      await view.show(page)
      expect.soft(await isTooWide(page), `${view.name} at ${width} × ${height}`).toBe(false)
    }
  }
})

test('the focus is seen wherever Tab goes, and nothing moves where motion is not wanted', async ({
  openAs,
  sampleLibrary,
}) => {
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const rings: string[] = []
  for (let stop = 0; stop < 24; stop += 1) {
    await page.keyboard.press('Tab')
    rings.push(await page.evaluate(ringOfFocus))
  }
  expect(rings.filter((ring) => ring.startsWith('none'))).toEqual([])
  expect(await page.evaluate(longestMotion)).toBe(0)
})

/** How the focused element shows it: its own outline, or that of the control around it. */
function ringOfFocus(): string {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing has the focus'
  const around = [focused, focused.closest('.ui-control'), focused.closest('label')]
  const ring = around.find((element) => element && parseFloat(getComputedStyle(element).outlineWidth) > 0)
  const style = ring ? getComputedStyle(ring).outlineStyle : 'none'
  return `${style} on ${focused.tagName} ${focused.textContent.trim().slice(0, 40)}`
}

/** The longest animation or transition of the window, in seconds. */
function longestMotion(): number {
  const seconds = [...document.querySelectorAll('*')].flatMap((element) => {
    const { animationDuration, transitionDuration } = getComputedStyle(element)
    return `${animationDuration}, ${transitionDuration}`.split(', ').map((time) => parseFloat(time))
  })
  return Math.max(0, ...seconds)
}
