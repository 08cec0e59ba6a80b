import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { Palette } from './pages/palette'

test('leaves nothing but the text, its counters and whether it is saved, until Escape', async ({
  smallLibrary,
  openAs,
}) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).startArticle()
  const around = [
    page.getByRole('navigation', { name: 'Main' }),
    page.getByRole('region', { name: 'Preview' }),
    page.getByRole('tablist', { name: 'About the article' }),
    draft.body.toolbar,
    draft.submitButton(),
  ]
  for (const part of around) await expect(part).toBeVisible()

  await draft.writeHeadline('Rain')
  await draft.body.type('First paragraph.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second')
  await page.keyboard.press('F9')
  for (const part of around) await expect(part).toBeHidden()
  await expect(draft.body.box).toBeFocused()
  await page.keyboard.type(' paragraph.')
  await expect(page.getByRole('group', { name: 'Words' })).toHaveText('4 words')
  await expect(draft.body.box.locator('.current-block')).toHaveText('Second paragraph.')
  await page.keyboard.press('ControlOrMeta+B')
  await page.keyboard.type(' Bold.')
  await expect(draft.body.box.locator('strong')).toHaveText(' Bold.')
  await draft.keep()

  // Remembered by this window, and only where an article is open.
  await page.reload()
  await expect(draft.body.box).toContainText('Second paragraph.')
  await expect(draft.body.toolbar).toBeHidden()
  await new Palette(page).run('versions', 'Versions')
  for (const part of around) await expect(part).toBeVisible()

  await page.keyboard.press('F9')
  await expect(draft.body.toolbar).toBeHidden()
  await expect(draft.body.box).toBeFocused()
  await page.keyboard.press('Escape')
  for (const part of around) await expect(part).toBeVisible()
})
