import { arrangeDraft } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DraftPage } from './pages/draft-page'
import { FindBar, FindInLibrary } from './pages/find-page'

test('find and replace in an article: every place, by expression, taken back in one step', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, {
    headline: 'The old ferry',
    body: ['The ferry sails at 9.', 'No ferry on Sunday, said ferrymen.'],
  })
  const { page } = await openAs(smallLibrary, people.editor)
  await page.getByRole('link', { name: 'The old ferry' }).click()
  const draft = new DraftPage(page)
  await draft.body.box.click()

  const find = new FindBar(page)
  await find.open()
  await find.text.fill('ferry')
  await expect(find.where).toHaveText('1 of 4 · Headline')
  await page.keyboard.press('Enter')
  await expect(find.where).toHaveText('2 of 4 · Body')
  await find.way('Whole words').click()
  await expect(find.where).toContainText('of 3')

  await find.replacement.fill('boat')
  await find.replaceAll.click()
  await expect(find.where).toHaveText('Replaced 3 times; Undo takes it back')
  await expect(draft.headline).toHaveValue('The old boat')
  await expect(draft.body.box).toContainText('No boat on Sunday, said ferrymen.')
  await find.close()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(draft.headline).toHaveValue('The old ferry')
  await expect(draft.body.box).toContainText('No ferry on Sunday, said ferrymen.')

  await find.open()
  await find.text.fill('at (\\d)')
  await find.way('Whole words').click()
  await find.way('Regular expression').click()
  await find.replacement.fill('at $1 sharp')
  await find.replace.click()
  await expect(draft.body.box).toContainText('The ferry sails at 9 sharp.')
  await find.text.fill('(')
  await expect(find.bar).toContainText('missing closing )')
  await find.close()
  await draft.keep()
})

test('find and replace in the library: chosen articles change, what may not is named, undo puts it back', async ({
  smallLibrary,
  openAs,
}) => {
  const first = await arrangeDraft(smallLibrary, { headline: 'Mr Smyth wins', body: ['Smyth won the seat.'] })
  await arrangeDraft(smallLibrary, { headline: 'Smyth speaks', body: ['Then Smyth spoke.'] })
  await arrangeDraft(smallLibrary, { headline: 'Weather', body: ['Rain.'] })
  const { page } = await openAs(smallLibrary, people.editor)
  const find = new FindInLibrary(page)
  await find.open()
  await find.look('smyth')
  await expect(find.dialog).toContainText('4 places in 2 of 3 articles.')
  await find.article('Smyth speaks').uncheck()
  await find.replaceWith('Smith')
  await expect(find.dialog).toContainText('1 of 1 article was changed.')
  await find.undo.click()
  await expect(find.dialog).toContainText('It says again what it said before.')
  await find.changed('Mr Smyth wins').click()
  await expect(new DraftPage(page).headline).toHaveValue('Mr Smyth wins')
  expect(page.url()).toContain(first)
})
