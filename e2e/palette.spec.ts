import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { DraftPage } from './pages/draft-page'
import { Palette } from './pages/palette'

test('finds commands and articles by a few letters, by keyboard alone', async ({ smallLibrary, openAs }) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const palette = new Palette(page)
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Sea wall breached')
  await draft.body.type('It rained.')
  await draft.keep()

  // The command acts where the caret was, and the focus is back there.
  await page.keyboard.press('Shift+Home')
  await palette.run('bold', 'Bold')
  await expect(draft.body.box).toBeFocused()
  await expect(draft.body.box.locator('strong')).toHaveText('It rained.')

  // What would do nothing says why.
  await draft.headline.click()
  await palette.open()
  await page.keyboard.type('bold')
  await expect(palette.choice('Bold')).toContainText('Put the caret into the body first')
  await expect(palette.choice('Bold')).toHaveAttribute('data-disabled')
  await page.keyboard.press('Escape')
  await expect(draft.headline).toBeFocused()
  await draft.body.box.focus()

  // Escape leaves everything as it was.
  await palette.open()
  await page.keyboard.press('Escape')
  await expect(draft.body.box).toBeFocused()

  await palette.run('go rev', 'Review')
  await expect(page).toHaveURL(/#\/review/)
  await palette.open()
  await expect(palette.choice('Bold')).toBeHidden()
  await page.keyboard.type('bold')
  await expect(palette.choice('Bold')).toContainText('Open an article first')
  await expect(palette.choice('Bold')).toHaveAttribute('data-disabled')

  await palette.field.fill('breached')
  await expect(palette.choice('Sea wall breached')).toHaveAttribute('data-highlighted')
  await page.keyboard.press('Enter')
  await expect(new DraftPage(page).headline).toHaveValue('Sea wall breached')

  // What was chosen last comes first.
  await palette.open()
  await expect(palette.choices.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toHaveText(
    /^Review/,
  )
  await palette.field.fill('zzzz')
  await expect(palette.choices.getByRole('status')).toContainText('Try fewer letters')
})

test('lists every key, and says which do nothing here', async ({ smallLibrary, openAs }) => {
  const { page } = await openAs(smallLibrary, people.editor)
  const { sheet } = new Palette(page)
  await expect(new DeskPage(page).newArticleButton).toBeVisible()
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  const format = sheet.getByRole('region', { name: 'Format' })
  const row = (title: string) => sheet.locator('dl > div').filter({ hasText: title })
  await expect(row('New article')).toContainText('Ctrl+N or N')
  await expect(format).toContainText('Open an article first')
  await page.keyboard.type('preview')
  await expect(row('Show or hide the preview')).toBeVisible()
  await expect(row('Bold')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const draft = await new DeskPage(page).startArticle()
  await draft.body.type('Why?')
  await expect(draft.body.box).toHaveText('Why?')
  await page.keyboard.press('ControlOrMeta+/')
  await expect(row('Bold')).toBeVisible()
  await expect(format).not.toContainText('Open an article first')
})
