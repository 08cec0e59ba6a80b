import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import type { DraftPage } from './pages/draft-page'
import { sampleAdmin, samplePassphrase } from './sample-library'

/** What axe finds in the drafting view now, the preview's frame apart. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').disableRules('region').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

async function startBody(page: Page): Promise<DraftPage> {
  const draft = await new DeskPage(page).startArticle()
  await draft.body.box.focus()
  return draft
}

test('blocks are put in by a slash, written in and reach the page', async ({ openAs, sampleLibrary }) => {
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  const { body, preview } = await startBody(page)
  const { keyboard } = page

  await keyboard.type('## ')
  await keyboard.type('The harbour')
  await keyboard.press('Enter')
  await keyboard.type('/')
  await expect(body.slashMenu.getByRole('option').first()).toBeVisible()
  await expect(body.box).toHaveAttribute('aria-activedescendant', /paragraph/)
  expect.soft(await faultsOf(page)).toEqual([])
  await keyboard.press('Escape')
  await expect(body.slashMenu).toBeHidden()
  await keyboard.press('Backspace')

  await body.insertBySlash('tab')
  await page.getByRole('spinbutton', { name: 'Columns' }).fill('2')
  await page.getByRole('dialog').getByRole('button', { name: 'Insert table' }).click()
  for (const cell of ['Berth', 'Boat', 'One', 'Heron', 'Two', 'Gull', 'Three']) {
    await keyboard.type(cell)
    if (cell !== 'Three') await keyboard.press('Tab')
  }
  await expect(preview.body.locator('th')).toHaveText(['Berth', 'Boat'])
  await expect(preview.body.locator('td')).toHaveText(['One', 'Heron', 'Two', 'Gull', 'Three', ''])
  await keyboard.press('Alt+F10')
  await expect(body.floatingTools('Table').getByRole('button', { name: 'Add row above' })).toBeFocused()
  expect.soft(await faultsOf(page)).toEqual([])
  await body.floatingTools('Table').getByRole('button', { name: 'Delete row' }).click()
  await expect(preview.body.locator('td')).toHaveText(['One', 'Heron', 'Two', 'Gull'])

  await body.fromBlockMenu('Add block below')
  await keyboard.type('fact')
  await keyboard.press('Enter')
  await keyboard.type('Built in 1884.')
  await keyboard.press('Alt+Enter')
  await keyboard.type('The pier')
  await keyboard.press('Enter')
  await expect(body.box).toBeFocused()
  await expect(preview.body.getByRole('note', { name: 'The pier' })).toContainText('Built in 1884.')

  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Its planks are new')
  await keyboard.press('ControlOrMeta+Alt+F')
  const note = page.getByRole('textbox', { name: 'Words of note 1' })
  await expect(note).toBeFocused()
  await keyboard.type('Harbour office')
  expect.soft(await faultsOf(page)).toEqual([])
  await keyboard.press('Enter')
  await keyboard.type('.')
  await expect(preview.page.locator('#notes')).toContainText('Harbour office')
  await expect(preview.body.locator('p', { hasText: 'Its planks are new1.' })).toBeVisible()

  await keyboard.press('Enter')
  await body.insertBySlash('card')
  await keyboard.type('javascript:alert(1)')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('begins with https:// or http://')
  await page.getByRole('dialog').getByLabel('Address').fill('example.org/film')
  await page.getByRole('dialog').getByLabel('Title').fill('A film of the pier')
  await keyboard.press('Enter')
  await expect(preview.body.getByRole('link', { name: 'A film of the pier' })).toBeVisible()

  await expect(body.box).toBeFocused()
  await body.insertBySlash('related')
  await keyboard.type('night ferry')
  await expect(page.getByRole('option')).toHaveText([/night ferry/])
  await keyboard.press('Enter')
  await expect(body.box.getByText('Related article')).toContainText('Never exported')
  await keyboard.press('ControlOrMeta+Z')
  await expect(body.box.getByText('Related article')).toBeHidden()
})

test('pictures become a gallery and single pictures again', async ({ openAs, sampleLibrary }) => {
  const { page } = await openAs(sampleLibrary, sampleAdmin, samplePassphrase)
  const { body, preview } = await startBody(page)
  await body.insertBySlash('picture')
  for (const place of [0, 1]) await page.getByRole('dialog').getByRole('option').nth(place).click()
  await page.getByRole('button', { name: 'Use 2 pictures' }).click()
  await expect(body.box.getByRole('figure')).toHaveCount(2)
  const first = await body.box.getByRole('figure').first().locator('img').getAttribute('src')

  await body.box.getByRole('figure').first().locator('img').click()
  await body.fromBlockMenu('Make a gallery')
  const gallery = body.box.getByRole('region', { name: 'Gallery' })
  await expect(gallery.getByRole('figure')).toHaveCount(2)
  await gallery.getByRole('button', { name: 'Later' }).first().click()
  await expect(gallery.locator('img').nth(1)).toHaveAttribute('src', first ?? '')
  await expect(preview.body.locator('.gallery img')).toHaveCount(2)
  await gallery.getByRole('button', { name: 'Remove' }).first().click()
  await expect(gallery.getByRole('figure')).toHaveCount(1)
  await gallery.getByRole('button', { name: 'Remove' }).click()
  await expect(gallery).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(gallery.getByRole('figure')).toHaveCount(1)
})

test('blocks are moved, doubled, turned and taken out, and all of it is undone', async ({
  openAs,
  smallLibrary,
}) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const { body } = await startBody(page)
  for (const line of ['One', 'Two', 'Three']) {
    await page.keyboard.type(line)
    if (line !== 'Three') await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await body.lines()).toEqual(['One', 'Three', 'Two'])
  await page.keyboard.press('Alt+Shift+D')
  expect(await body.lines()).toEqual(['One', 'Three', 'Three', 'Two'])
  await page.keyboard.press('Alt+Shift+Backspace')
  expect(await body.lines()).toEqual(['One', 'Three', 'Two'])

  await body.drag('Two', 'One')
  await expect.poll(() => body.lines()).toEqual(['Two', 'One', 'Three'])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => body.lines()).toEqual(['One', 'Three', 'Two'])

  await body.box.getByText('Three').click()
  await body.fromBlockMenu('Turn into bullet list')
  await expect(body.box.getByRole('listitem')).toHaveText(['Three'])
  await body.fromBlockMenu('Turn into fact box')
  await expect(body.box.getByRole('region', { name: 'Fact box' })).toContainText('Three')
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => body.lines()).toEqual(['One', 'Three', 'Two'])
})

test('chosen words are formatted and linked from what floats at them', async ({ openAs, smallLibrary }) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const { body, preview } = await startBody(page)
  await page.keyboard.type('See example.org')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('Alt+F10')
  await expect(body.floatingTools('Chosen words').getByRole('button', { name: 'Bold' })).toBeFocused()
  expect.soft(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(body.box).toBeFocused()
  await expect(body.floatingTools('Chosen words')).toBeHidden()

  await page.keyboard.press('ControlOrMeta+Shift+K')
  const address = page.getByRole('dialog', { name: 'Link' }).getByLabel('Address')
  await address.fill('ftp://example.org')
  await page.keyboard.press('Enter')
  await expect(address).toHaveAccessibleDescription(/cannot link to ftp: addresses/)
  await address.fill('example.org/a')
  await page.keyboard.press('Enter')
  await expect(body.box).toBeFocused()
  await expect(preview.body.getByRole('link')).toHaveAttribute('href', 'https://example.org/a')
  await page.keyboard.press('ControlOrMeta+Shift+K')
  await page.getByRole('button', { name: 'Remove link' }).click()
  await expect(preview.body.getByRole('link')).toHaveCount(0)
})

test('words that an input method composes are left alone, and each line has its own direction', async ({
  openAs,
  smallLibrary,
}) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const { body } = await startBody(page)
  const keys = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const text of ['に', 'にh', 'にほ', 'にほんご', '日本語']) await compose(text)
  await keys.send('Input.insertText', { text: '日本語' })
  await compose('/')
  await expect(body.slashMenu).toBeHidden()
  await compose('')
  expect(await body.lines()).toEqual(['日本語'])

  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await expect(body.slashMenu).toBeVisible()
  await compose('けい')
  await keys.send('Input.insertText', { text: '計' })
  expect(await body.lines()).toEqual(['日本語', '/計'])

  await page.keyboard.press('Enter')
  await page.keyboard.type('שלום עולם')
  const hebrew = body.box.getByText('שלום עולם')
  await expect(hebrew).toHaveCSS('direction', 'rtl')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect(body.box).toContainText('שלום עו!לם')
  await expect(body.box.getByText('日本語')).toHaveCSS('direction', 'ltr')
})
