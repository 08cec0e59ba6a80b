import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { DraftPage } from './pages/draft-page'

const undo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+Z')
const redo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+Shift+Z')

test('undo and redo go through body, fields and choices in the order they were made', async ({
  openAs,
  smallLibrary,
}) => {
  const { page } = await openAs(smallLibrary, people.editor)
  await page.keyboard.press('n')
  const draft = new DraftPage(page)
  const category = page.getByRole('combobox', { name: 'Category', exact: true })
  const dateline = page.getByRole('textbox', { name: 'Dateline' })
  const slug = page.getByRole('textbox', { name: 'Slug' })

  await draft.headline.fill('Ferry')
  await draft.body.write('The boat left.')
  await draft.chooseCategory('Business')
  await draft.addTag('harbour')
  await dateline.fill('Oslo')
  await draft.body.write(' On time.')
  await expect(draft.body.box).toHaveText('The boat left. On time.')

  await test.step('backwards, wherever the focus is', async () => {
    await draft.standfirst.click()
    await undo(page)
    await expect(draft.body.box).toHaveText('The boat left.')
    await expect(draft.body.box).toBeFocused()
    await undo(page)
    await expect(dateline).toHaveValue('')
    await expect(dateline).toBeFocused()
    await undo(page)
    await expect(page.getByRole('button', { name: 'Remove harbour' })).toHaveCount(0)
    await undo(page)
    await expect(category).toHaveValue('')
    await expect(category).toBeFocused()
    await undo(page)
    await expect(draft.body.box).toHaveText('')
    await expect(slug).toHaveValue('ferry')
    await undo(page)
    await expect(draft.headline).toHaveValue('')
    await expect(draft.headline).toBeFocused()
    await expect(slug).toHaveValue('')
  })

  await test.step('forwards again, and it is kept', async () => {
    for (let step = 0; step < 6; step += 1) await redo(page)
    await expect(draft.body.box).toHaveText('The boat left. On time.')
    await expect(draft.headline).toHaveValue('Ferry')
    await expect(category).toHaveValue('Business')
    await expect(dateline).toHaveValue('Oslo')
    await draft.keep()
    await expect(draft.preview.body).toContainText('On time.')
  })

  await test.step('the toolbar does the same', async () => {
    await draft.body.toolbar.getByRole('button', { name: 'Undo' }).click()
    await expect(draft.body.box).toHaveText('The boat left.')
    await draft.body.toolbar.getByRole('button', { name: 'Redo' }).click()
    await expect(draft.body.box).toHaveText('The boat left. On time.')
  })

  await test.step('half a slug is the field’s own', async () => {
    await slug.fill('half')
    await page.keyboard.insertText(' x')
    await undo(page)
    await expect(draft.body.box).toHaveText('The boat left. On time.')
    await expect(slug).not.toHaveValue('half x')
  })
})

test('typing is taken back in the groups it was typed in', async ({ openAs, smallLibrary }) => {
  const { page } = await openAs(smallLibrary, people.editor)
  await page.keyboard.press('n')
  const draft = new DraftPage(page)
  await draft.headline.fill('Ferry')
  await draft.standfirst.click()
  await page.keyboard.insertText('It is back.')
  await draft.headline.click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' returns')
  await undo(page)
  await expect(draft.headline).toHaveValue('Ferry')
  await undo(page)
  await expect(draft.standfirst).toHaveValue('')
  await expect(draft.standfirst).toBeFocused()
  await redo(page)
  await expect(draft.standfirst).toHaveValue('It is back.')
  await page.keyboard.insertText(' Soon.')
  await expect(draft.standfirst).toHaveValue('It is back. Soon.')
})
