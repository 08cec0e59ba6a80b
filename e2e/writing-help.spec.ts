import { arrangeDraft } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { ArticleTypesSection } from './pages/article-types-section'
import { ChecksPanel } from './pages/checks-panel'
import { DeskPage } from './pages/desk-page'
import { goTo } from './pages/navigation'

test('counters, types and placeholders help while an article is written', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, { headline: 'The ferry is back' })
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open('The ferry is back')
  const counter = (words: string) => page.getByTitle(words, { exact: true })
  const goal = page.getByRole('meter', { name: 'Length' })

  await test.step('a field says how long it is beside its limit', async () => {
    await expect(counter('Headline: 17 / 100')).toBeVisible()
    await draft.headline.fill('x'.repeat(112))
    await expect(counter('Headline: 12 over')).toBeVisible()
    await expect(page.getByText('Headline is longer than its limit.')).toBeAttached()
  })

  await test.step('the goal is the type’s until another length is asked for', async () => {
    await expect(goal).toHaveAttribute('aria-valuetext', '10 of 600 words: 590 to go')
    await page.getByLabel('Type', { exact: true }).selectOption('Brief')
    await expect(goal).toHaveAttribute('aria-valuetext', '10 of 120 words: 110 to go')
    await page.getByRole('spinbutton', { name: 'Length' }).fill('10')
    await expect(goal).toHaveAttribute('aria-valuetext', '10 of 10 words: on length')
  })

  await test.step('placeholders are listed, gone to, and block submission', async () => {
    await draft.headline.fill('The ferry is back')
    await draft.standfirst.fill('It cost TK to mend.')
    await draft.body.type(' TKTK')
    const checks = new ChecksPanel(page)
    await checks.open()
    await expect(checks.group('Before it can be submitted').getByRole('listitem')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+Alt+K')
    await expect(draft.standfirst).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Alt+K')
    await expect(draft.body.box).toBeFocused()
    await page.keyboard.press('Delete')
    await checks.show('It cost TK to mend.')
    await page.keyboard.type('little')
    await expect(draft.standfirst).toHaveValue('It cost little to mend.')
    await expect(checks.group('Before it can be submitted')).toHaveCount(0)
    await draft.submit()
  })
})

test('headlines that are alike, taken slugs and dead links are told while an article is written', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, { headline: 'Harbour wall gives way' })
  await arrangeDraft(smallLibrary, { headline: 'The ferry is back' })
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open('The ferry is back')
  const checks = new ChecksPanel(page)
  await checks.open()
  await draft.headline.fill('HARBOUR wall gives way!')
  const duplicates = checks.group('Headline and address')
  await expect(duplicates).toContainText('The same headline: “Harbour wall gives way” (draft).')
  await expect(duplicates).toContainText('this article’s becomes “harbour-wall-gives-way-2”')

  await draft.body.paste({
    html: '<p>See <a href="../harbour-wall-gives-way/index.html">the wall</a>, <a href="/news/nowhere/">nowhere</a> and <a href="http://localhost/x">mine</a>.</p>',
    plain: 'See the wall, nowhere and mine.',
  })
  const links = checks.group('Links')
  await expect(links).toContainText('Link “the wall”: “Harbour wall gives way” is not on the site yet.')
  await expect(links).toContainText('Link “nowhere”: There is no such article on this site.')
  await expect(links).toContainText('Link “mine”: It leads to a machine or network of your own')
  await checks.show('Link “nowhere”')
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('nowhere')
})

test('a search result and a link’s card are shown as they will be cut', async ({ smallLibrary, openAs }) => {
  await arrangeDraft(smallLibrary, { headline: 'The ferry is back' })
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open('The ferry is back')
  await draft.standfirst.fill('It sails at noon.')
  await page.getByText('Search engines', { exact: true }).click()
  const previews = page.getByRole('region', { name: 'Page previews' })
  await expect(previews).toContainText('The ferry is back')
  await expect(previews).toContainText('news › the-ferry-is-back')
  await expect(previews).toContainText('It sails at noon.')
  await page.getByLabel('Search title').fill('The ferry '.repeat(12))
  await expect(previews).toContainText(/The ferry( The ferry)+( The)?…/)
  await page.getByLabel('Shown by').selectOption('X')
  await expect(previews).toContainText('No thumbnail, so no picture.')
})

test('article types and templates are made in the settings and used by everybody', async ({
  smallLibrary,
  openAs,
}) => {
  const { page } = await openAs(smallLibrary, people.admin)
  const types = new ArticleTypesSection(page)

  await test.step('an admin adds a type that asks for more', async () => {
    await goTo(page, 'Settings')
    await types.add('Review')
    await types.section.getByLabel('Standfirst', { exact: true }).check()
    await types.section.getByLabel('Headline, least').fill('20')
    await types.section.getByLabel('Strict lengths').click()
    await types.section.getByLabel('To be checked by a person').fill('Was the ticket paid for?')
    await types.section.getByLabel('Usual length').fill('400')
    await types.section.getByRole('button', { name: 'Move Review up' }).click()
    await types.save()
    await expect(types.list.getByRole('textbox', { name: /^Name of type/ }).nth(4)).toHaveValue('Review')
  })

  await test.step('an article of that type is held to it', async () => {
    await goTo(page, 'Desk')
    await page.getByRole('button', { name: 'Types and templates' }).click()
    await page.getByRole('menuitem', { name: 'Review' }).click()
    await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('A play')
    const checks = new ChecksPanel(page)
    await checks.open()
    await expect(checks.group('Before it can be submitted')).toContainText('The standfirst is empty.')
    await expect(checks.group('Before it can be submitted')).toContainText(
      'Headline: 14 characters under the least of 20.',
    )
    await expect(checks.checklist()).toHaveText(['Was the ticket paid for?'])
  })

  await test.step('it becomes a template, and articles begin with it', async () => {
    await page.getByRole('tab', { name: 'Fields' }).click()
    await page.getByRole('button', { name: 'Save as template…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save as template' })
    await dialog.getByLabel('Name').fill('Theatre')
    await dialog.getByLabel('Headline').check()
    await dialog.getByRole('button', { name: 'Save template' }).click()
    await expect(dialog).toHaveCount(0)
    await goTo(page, 'Desk')
    await page.getByRole('button', { name: 'Types and templates' }).click()
    await page.getByRole('menuitem', { name: 'From “Theatre”' }).click()
    await expect(page.getByRole('textbox', { name: 'Headline', exact: true })).toHaveValue('A play')
    await expect(page.getByLabel('Type', { exact: true })).toHaveValue('review')
  })

  await test.step('it is renamed, removed and put back in the settings', async () => {
    await goTo(page, 'Settings')
    const name = types.templates.getByRole('textbox', { name: 'Name of the template Theatre' })
    await name.fill('Stage')
    await name.press('Enter')
    await types.templates.getByRole('button', { name: 'Remove Stage' }).click()
    await expect(types.templates).toContainText('No templates yet')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(types.templates.getByRole('textbox', { name: 'Name of the template Stage' })).toBeVisible()
  })
})
