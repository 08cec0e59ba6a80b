import { readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, people, test } from '../fixtures'
import { DeskPage } from '../pages/desk-page'
import { DraftPage } from '../pages/draft-page'
import { PathDialog } from '../pages/path-dialog'

const systemDialog = 'Electron asks with the system’s own dialog, which no test reaches.'

/** Asks the sign-in page for another library. */
async function openAnother(page: Page, library: string): Promise<void> {
  await page.getByRole('button', { name: 'Open another library' }).click()
  await page.getByRole('button', { name: 'Open a library' }).click()
  await new PathDialog(page).give(library)
}

test('a damaged or newer library stays closed, is left as it is, and the window says what to do', async ({
  smallLibrary,
  sampleLibrary,
  open,
}) => {
  test.skip(process.env.GALLEY_HOST === 'electron', systemDialog)
  const { page } = await open(smallLibrary)
  const refusal = page.getByRole('alert')
  await truncate(join(sampleLibrary, 'people.json'), 100)
  await openAnother(page, sampleLibrary)
  await expect(refusal).toContainText('people.json is damaged: it is cut off or is not JSON.')
  await expect(refusal).toContainText('It was left as it is. Restore it from a backup')
  expect((await readFile(join(sampleLibrary, 'people.json'))).length).toBe(100)

  await writeFile(join(sampleLibrary, 'library.json'), '{"format":99}')
  await page.getByRole('button', { name: 'Open a library' }).click()
  await new PathDialog(page).give(sampleLibrary)
  await expect(refusal).toContainText(
    'library.json was written by a newer Galley (format 99; this one knows 1)',
  )
  await expect(refusal).toContainText('Update Galley')
  expect(await readFile(join(sampleLibrary, 'library.json'), 'utf8')).toBe('{"format":99}')

  // The library that was open still is.
  await page.getByRole('button', { name: 'Back to' }).click()
  await expect(page.getByText(smallLibrary)).toBeVisible()
})

test('a missing folder is asked about, and nothing is made in its place', async ({
  smallLibrary,
  folder,
  open,
}) => {
  test.skip(process.env.GALLEY_HOST === 'electron', systemDialog)
  const { page } = await open(smallLibrary)
  await openAnother(page, join(folder, 'unplugged'))
  await expect(page.getByRole('alert')).toContainText('Galley made nothing in its place.')
  await expect(page.getByRole('alert')).toContainText('If it is on another disk, connect it')
  await expect(page.getByRole('button', { name: 'Make a new library' })).toBeVisible()
  expect(await readdir(folder)).not.toContain('unplugged')
})

test('a damaged article stays on the desk, is named, and opens once it is put back', async ({
  smallLibrary,
  openAs,
}) => {
  const before = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(before.page).startArticle()
  await draft.writeHeadline('Rain')
  await draft.keep()
  const file = join(smallLibrary, 'articles', draft.articleId(), 'article.json')
  await before.close()
  const whole = await readFile(file)
  const spoilt = Buffer.alloc(whole.length)
  await writeFile(file, spoilt)

  const { page } = await openAs(smallLibrary, people.editor)
  const desk = new DeskPage(page)
  const notice = page
    .getByRole('group')
    .filter({ hasText: 'A file is damaged. The rest of the library works.' })
  await expect(desk.row('Rain')).toBeVisible()
  await notice.locator('summary').click()
  await expect(notice).toContainText(
    'article.json: it holds nothing but NUL bytes; its text up to revision 2 is whole in',
  )
  await desk.articles.getByRole('link', { name: 'Rain', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('is damaged: it holds nothing but NUL bytes')
  await expect(page.getByRole('textbox', { name: 'Body' })).toBeHidden()
  expect((await readFile(file)).equals(spoilt)).toBe(true)

  await writeFile(`${file}.backup`, whole)
  await rename(`${file}.backup`, file)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(new DraftPage(page).headline).toHaveValue('Rain')
})

test('a desk whose every article is damaged never looks like an empty one', async ({
  smallLibrary,
  openAs,
}) => {
  const before = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(before.page).startArticle()
  await draft.writeHeadline('Rain')
  await draft.keep()
  await before.close()
  await truncate(join(smallLibrary, 'articles', draft.articleId(), 'article.json'), 0)
  // Without the cache nothing remembers the article's headline.
  await rm(join(smallLibrary, 'index.jsonl'))

  const { page } = await openAs(smallLibrary, people.editor)
  await expect(page.getByText('No article can be read')).toBeVisible()
  await expect(page.getByText('A file is damaged. The rest of the library works.')).toBeVisible()
  await expect(page.getByText('Nothing on the desk yet')).toBeHidden()
})
