import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JSHandle, Page } from '@playwright/test'
import { galley, galleyJson } from './command-line'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { DraftPage } from './pages/draft-page'
import { randomEdits } from './random-edits'
import { articlesOf, sampleAdmin, samplePassphrase } from './sample-library'

async function show(page: Page, id: string): Promise<DraftPage> {
  await page.evaluate((to) => {
    location.hash = `#/article/${to}`
  }, id)
  return new DraftPage(page)
}

async function pageText(library: string, id: string): Promise<string> {
  const { code, stdout, stderr } = await galley(['show', library, id, '--form', 'html'])
  if (code !== 0) throw new Error(stderr)
  return stdout
}

test('what the window renders is what is exported, for every sample article', async ({
  openAs,
  sampleLibrary,
  folder,
}) => {
  test.setTimeout(240_000)
  const site = join(folder, 'site')
  await galleyJson(['export', sampleLibrary, site, '--as', sampleAdmin], {
    GALLEY_PASSPHRASE: samplePassphrase,
  })
  const receipts = await exportedPages(site)
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  const articles = await articlesOf(sampleLibrary)
  let exported = 0
  for (const { id, slug } of articles) {
    const { preview, headline } = await show(page, id)
    await expect(headline).toBeVisible()
    const text = await pageText(sampleLibrary, id)
    await expect.poll(async () => (await preview.html()) === (await preview.asShown(text)), slug).toBe(true)
    const file = receipts.get(slug)
    if (file === undefined) continue
    exported += 1
    expect(text, slug).toBe(await readFile(file, 'utf8'))
  }
  expect(exported).toBe(articles.filter(({ state }) => state === 'approved').length)
})

/** The exported article pages by slug: `<category>/<slug>/index.html`. */
async function exportedPages(site: string): Promise<Map<string, string>> {
  const paths = await readdir(site, { recursive: true })
  const pages = paths.map((path) => path.split(/[\\/]/)).filter((parts) => parts[2] === 'index.html')
  return new Map(pages.map((parts) => [parts[1] ?? '', join(site, ...parts)]))
}

test('after any edits the patched page equals one rendered afresh', async ({ openAs, smallLibrary }) => {
  test.setTimeout(180_000)
  const { page } = await openAs(smallLibrary, people.chief)
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Tides')
  for (const edit of randomEdits(20_220_830, 80)) await edit(page, draft)
  await draft.keep()
  const fresh = await draft.preview.asShown(await pageText(smallLibrary, draft.articleId()))
  await expect.poll(() => draft.preview.html()).toBe(fresh)
  await page.reload()
  await expect(draft.preview.headline).toBeVisible()
  await expect.poll(() => draft.preview.html()).toBe(fresh)
})

test('the page follows within the frame of the key press, and stays where it was scrolled', async ({
  openAs,
  smallLibrary,
}) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Tide')
  for (let line = 0; line < 40; line += 1) {
    await draft.body.type('~')
    await page.keyboard.press('Enter')
  }
  await draft.body.type('The sea')
  await expect(draft.preview.body).toContainText('The sea')

  const inBody = await watchKey(page, 'The seaQ')
  await page.keyboard.press('Q')
  // The body changes before anything else can happen, so in the very task of the key.
  await expect.poll(() => framesBetween(inBody)).toBe(0)

  const frame = draft.preview.page.locator('html')
  await frame.evaluate((root) => root.ownerDocument.defaultView?.scrollTo(0, 300))
  const top = await frame.evaluate((root) => root.ownerDocument.defaultView?.scrollY ?? 0)
  expect(top).toBeGreaterThan(0)
  await page.keyboard.type(' rises')
  await expect(draft.preview.body).toContainText('The seaQ rises')
  expect(await frame.evaluate((root) => root.ownerDocument.defaultView?.scrollY)).toBe(top)

  await draft.headline.focus()
  await page.keyboard.press('End')
  const inHeadline = await watchKey(page, 'TideZ')
  await page.keyboard.press('Z')
  await expect.poll(() => framesBetween(inHeadline)).toBe(1)
})

test('the page has widths and a light of its own', async ({ openAs, sampleLibrary }) => {
  const [article] = await articlesOf(sampleLibrary)
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  const { preview } = await show(page, article?.id ?? '')
  const root = preview.page.locator('html')
  await expect(preview.headline).toBeVisible()
  for (const [name, width] of [
    ['Phone', 390],
    ['Tablet', 820],
    ['Desktop', 1280],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => root.evaluate((element) => element.clientWidth)).toBe(width)
  }
  const ground = (): Promise<string> =>
    root.evaluate((element) => getComputedStyle(element.ownerDocument.body).backgroundColor)
  const desk = page.locator('html')
  const [deskBefore, lightGround] = [await desk.getAttribute('data-theme'), await ground()]
  await page.getByRole('button', { name: 'Dark page' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  expect(await ground()).not.toBe(lightGround)
  expect(await desk.getAttribute('data-theme')).toBe(deskBefore)
})

interface Watched {
  pressed: number
  shown: number
}

/** Counts the window's frames and notes in which of them a key was pressed and the published page showed some words. */
function watchKey(page: Page, words: string): Promise<JSHandle<Watched>> {
  return page.evaluateHandle((wanted) => {
    const shownPage = document.querySelector<HTMLIFrameElement>(
      'iframe[title="Published page"]',
    )?.contentDocument
    if (!shownPage) throw new Error('There is no preview.')
    const seen = { pressed: -1, shown: -1 }
    let frames = 0
    const count = (): void => {
      frames += 1
      if (seen.shown < 0) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    document.addEventListener('keydown', () => (seen.pressed = frames), { capture: true, once: true })
    const look = new MutationObserver(() => {
      if (!shownPage.body.textContent.includes(wanted)) return
      seen.shown = frames
      look.disconnect()
    })
    look.observe(shownPage, { childList: true, characterData: true, subtree: true })
    return seen
  }, words)
}

const framesBetween = async (watched: JSHandle<Watched>): Promise<number> => {
  const { pressed, shown } = await watched.jsonValue()
  return shown < 0 ? -1 : shown - pressed
}
