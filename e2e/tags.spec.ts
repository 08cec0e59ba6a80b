import { arrangeDraft } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'

test('a tag typed and left is kept; one pressed in the list is taken once', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, { headline: 'The ferry is back' })
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open('The ferry is back')
  const tags = page.getByRole('combobox', { name: 'Tags' })
  const removeButton = (tag: string) => page.getByRole('button', { name: `Remove ${tag}` })

  await tags.click()
  await page.keyboard.type('Left alone')
  await draft.headline.click()
  await expect(removeButton('Left alone')).toHaveCount(1)

  await tags.click()
  await page.keyboard.type('Pressed')
  await page.getByRole('option', { name: 'Add “Pressed”' }).click()
  await expect(removeButton('Pressed')).toHaveCount(1)
  await expect(tags).toBeFocused()
})
