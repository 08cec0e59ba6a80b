import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeDraft } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { HouseStyleSettings, LanguageHelp } from './pages/language-help'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'

test('what is misspelt or against the house style is underlined, and mended, added or ignored by keys', async ({
  smallLibrary,
  openAs,
}) => {
  const headline = 'The quay opens'
  await arrangeDraft(smallLibrary, {
    headline,
    body: ['The harbour will recieve a ferry from Wednesbury.', 'It is “very unique”, in order to be seen.'],
  })
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open(headline)
  const help = new LanguageHelp(page)

  await test.step('underlined, with the browser’s own check out of the way', async () => {
    await expect(help.underlined('spelling')).toHaveText(['recieve', 'Wednesbury'])
    await expect(help.underlined('style')).toHaveText(['very unique', 'in order to'])
    await expect(page.getByRole('textbox', { name: 'Body' })).not.toHaveAttribute('spellcheck', 'true')
  })

  await test.step('mended by keys alone, and taken back by undo', async () => {
    await draft.headline.focus()
    await help.goToNext('recieve')
    await help.takeFirst()
    await expect(draft.body.box).toContainText('will receive a ferry')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(draft.body.box).toContainText('will recieve a ferry')
    await expect(help.underlined('spelling')).toHaveText(['recieve', 'Wednesbury'])
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    await expect(help.underlined('spelling')).toHaveText(['Wednesbury'])
  })

  await test.step('a name goes into the dictionary, a rule’s fix into the text', async () => {
    await help.underlined('spelling').click()
    await expect(help.cardOf('Wednesbury')).toBeVisible()
    await help.addToDictionary()
    await expect(help.underlined('spelling')).toHaveCount(0)
    await help.underlined('style').filter({ hasText: 'in order to' }).click()
    await page.keyboard.press('ControlOrMeta+.')
    await help.takeFirst()
    await expect(draft.body.box).toContainText('“very unique”, to be seen')
    expect(await readFile(join(smallLibrary, 'dictionaries', 'house.txt'), 'utf8')).toBe('Wednesbury\n')
  })

  await test.step('ignored with a reason, which the reviewer sees', async () => {
    await help.underlined('style').click()
    await help.ignore('quoted as she said it')
    await expect(help.underlined('style')).toHaveCount(0)
    await draft.keep()
    await draft.submit()
    await new SignInPage(page).changeTo(people.chief)
    await new ReviewPage(page).open(headline)
    const ignored = page
      .getByRole('region', { name: 'Language' })
      .getByRole('list', { name: 'Ignored findings' })
    await expect(ignored).toContainText('very unique')
    await expect(ignored).toContainText('quoted as she said it')
    await expect(ignored).toContainText(people.editor)
  })
})

test('a chief changes the house style, and writers are shown it at once', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, { headline: 'Trams', body: ['A tramway and a web site.'] })
  const { page, anotherWindow } = await openAs(smallLibrary, people.chief)
  const settings = new HouseStyleSettings(page)
  await settings.open()
  await settings.addRule({
    words: 'tramway',
    message: 'Here it is tram.',
    replacement: 'tram',
    trial: 'The tramway is back.',
  })

  const writers = await anotherWindow()
  await new SignInPage(writers).signIn(people.editor)
  const draft = await new DeskPage(writers).open('Trams')
  const help = new LanguageHelp(writers)
  await expect(help.underlined('style')).toHaveText(['tramway', 'web site'])
  await draft.headline.focus()
  await help.goToNext('tramway')
  await help.takeFirst()
  await expect(draft.body.box).toContainText('A tram and')
  await writers.keyboard.press('ControlOrMeta+Z')

  await settings.goBackTo('As Galley brought it')
  await expect(help.underlined('style')).toHaveText(['web site'])
  const kept = await readFile(join(smallLibrary, 'style', 'history', 'house-1.yaml'), 'utf8')
  expect(kept).toContain('tramway')
})

test('another language has the library’s dictionary; a rule that takes too long is named and left out', async ({
  smallLibrary,
  openAs,
}) => {
  const endless = `version: 1
rules:
  - id: endless
    pattern: (\\w+\\s?)+[!]
    message: Never ends.
    severity: hint
  - id: tram
    words: [tramffordd]
    message: Yn fyr.
    severity: should
`
  await mkdir(join(smallLibrary, 'style'))
  await writeFile(join(smallLibrary, 'style', 'house.yaml'), endless)
  await mkdir(join(smallLibrary, 'dictionaries'))
  await writeFile(join(smallLibrary, 'dictionaries', 'cy.aff'), 'SET UTF-8\n')
  await writeFile(join(smallLibrary, 'dictionaries', 'cy.dic'), '3\nmae\nyr\nharbwr\n')
  const many = 'harbwr '.repeat(40).trim()
  await arrangeDraft(smallLibrary, {
    headline: 'Harbwr',
    body: [`Mae yr harbur.`, `${many} tramffordd`],
    fields: ['lang=cy'],
  })
  const { page } = await openAs(smallLibrary, people.editor)
  await new DeskPage(page).open('Harbwr')
  const help = new LanguageHelp(page)
  await expect(help.underlined('spelling').first()).toHaveText('harbur')
  await expect(help.underlined('style')).toHaveText(['tramffordd'])
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(page.getByText('The rule “endless” took too long')).toBeVisible()
})
