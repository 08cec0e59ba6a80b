import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { root } from './host-process'
import { SignInPage } from './pages/sign-in-page'
import { publishSample } from './published-pages'
import { articlesOf, sampleAdmin, samplePassphrase } from './sample-library'
import { draftingViews, furnishingViews, reviewingViews, viewedArticles } from './views'

const folder = join(root, 'screenshots')
const schemes = ['light', 'dark'] as const

test.setTimeout(300_000)

/** Whether every picture in view is there, in the page and in the frame of a published page. */
function arePicturesThere(): boolean {
  const frame = document.querySelector('iframe')
  const pictures = [...document.images, ...(frame?.contentDocument?.images ?? [])]
  const within = (picture: HTMLImageElement): number =>
    picture.ownerDocument.defaultView?.innerHeight ?? window.innerHeight
  return pictures.every(
    (picture) => picture.complete || picture.getBoundingClientRect().top > within(picture),
  )
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForFunction(arePicturesThere)
  const { width } = page.viewportSize() ?? { width: 0 }
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
  }
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]) {
  test(`the desk at ${viewport.width} × ${viewport.height}`, async ({
    open,
    sampleLibrary,
    smallLibrary,
  }) => {
    const articles = viewedArticles(await articlesOf(sampleLibrary))
    const { page } = await open(sampleLibrary, { viewport })
    const signIn = new SignInPage(page)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await take(page, 'sign-in')
    await signIn.signIn(sampleAdmin, samplePassphrase)
    for (const view of [...furnishingViews, ...draftingViews(articles), ...reviewingViews(articles)]) {
      await view.show(page)
      await take(page, view.name)
      await view.leave?.(page)
    }
    await page.getByRole('button', { name: 'open another library' }).click()
    await take(page, 'welcome')

    const empty = (await open(smallLibrary, { viewport })).page
    await new SignInPage(empty).signIn(people.admin)
    await take(empty, 'desk-empty')
  })
}

test('the published pages', async ({ page, folder: site, sampleLibrary }) => {
  for (const { name, address } of await publishSample(sampleLibrary, join(site, 'site'))) {
    await page.goto(address)
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await take(page, `page-${name}`)
    }
  }
})
