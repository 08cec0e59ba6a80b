import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeApproved, arrangeDraft } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { ExportedPage } from './pages/exported-page'
import { PeoplePage } from './pages/people-page'
import { PublishPage } from './pages/publish-page'
import { SettingsPage } from './pages/settings-page'
import { SignInPage } from './pages/sign-in-page'
import { plainPicture } from './pictures'

const headline = 'The ferry is back'
const filePicker = 'Electron asks with the system’s own dialog, which no test reaches.'

test.describe('the site and its people', () => {
  test.setTimeout(120_000)

  test('what an admin changes shows in the open preview and on the exported page', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    await arrangeApproved(smallLibrary, { headline })
    const desk = await openAs(smallLibrary, people.editor)
    const draft = await new DeskPage(desk.page).open(headline)
    const siteName = draft.preview.page.locator('.site-name')
    const sections = draft.preview.page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
    await expect(sections).toHaveCount(14)

    const window = await desk.anotherWindow()
    await new SignInPage(window).signIn(people.admin)
    const settings = new SettingsPage(window)
    await settings.open()
    await settings.nameSite('The Harbour Post & Gazette')
    await expect(siteName).toHaveText('The Harbour Post & Gazette')
    await settings.addCategory('Tides')
    await settings.moveCategoryUp('Tides')
    await settings.renameCategory(1, 'Front')
    await expect(sections).toHaveCount(15)
    await expect(sections.first()).toHaveText('Front')
    await expect(sections.nth(13)).toHaveText('Tides')
    await settings.colour({ light: '#0b5d3b', dark: '#7fd6ae' })
    const accent = draft.preview.page.getByRole('link', { name: 'News', exact: true })
    await expect(accent).toHaveCSS('border-bottom-color', 'rgb(11, 93, 59)')
    await expect(draft.state('Approved')).toBeVisible()

    const site = join(folder, 'site')
    await new PublishPage(window).exportTo(site)
    const file = join(site, 'news/the-ferry-is-back/index.html')
    const exported = await ExportedPage.open(browser, file)
    await expect(exported.page.locator('.site-name')).toHaveText('The Harbour Post & Gazette')
    await expect(exported.sections.getByRole('link').nth(13)).toHaveText('Tides')
    await exported.expectWhole()
    await exported.close()
    await expect
      .poll(() => draft.preview.html())
      .toBe(await draft.preview.asShown(await readFile(file, 'utf8')))
  })

  test('an editor reads the settings and changes nothing', async ({ smallLibrary, openAs }) => {
    const { page } = await openAs(smallLibrary, people.editor)
    const settings = new SettingsPage(page)
    await settings.open()
    await expect(page.getByText('Settings are changed by admins; you can read them.')).toBeVisible()
    await expect(settings.section('Site').getByLabel('Site name')).toBeDisabled()
    await expect(page.getByRole('main').getByRole('button', { name: /^Save / })).toHaveCount(0)

    const peoplePage = new PeoplePage(page)
    await peoplePage.open()
    await expect(peoplePage.addPersonButton).toBeDisabled()
    await expect(peoplePage.addPersonButton).toHaveAccessibleDescription('People are managed by admins.')
  })

  test('a person who was added signs in and does their work', async ({ smallLibrary, openAs }) => {
    const desk = await openAs(smallLibrary, people.admin)
    const peoplePage = new PeoplePage(desk.page)
    await peoplePage.open()
    await peoplePage.addPerson('Wren Writer', 'Editor', 'a passphrase for wren')

    const window = await desk.anotherWindow()
    await new SignInPage(window).signIn('Wren Writer', 'a passphrase for wren')
    const draft = await new DeskPage(window).startArticle()
    await draft.writeHeadline(headline)
    await draft.keep()
    await new DeskPage(window).open(headline)
  })

  test('an author’s portrait and biography are printed', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    test.skip(process.env.GALLEY_HOST === 'electron', filePicker)
    await arrangeDraft(smallLibrary, { headline: 'A draft of hers' })
    await arrangeApproved(smallLibrary, { headline })
    const desk = await openAs(smallLibrary, people.editor)
    const draft = await new DeskPage(desk.page).open('A draft of hers')
    const avatar = draft.preview.page.getByRole('img', { name: 'Avatar of Noor Haddad' })
    await expect(avatar).toHaveAttribute('data-initials', 'NH')

    const window = await desk.anotherWindow()
    await new SignInPage(window).signIn(people.admin)
    const peoplePage = new PeoplePage(window)
    await peoplePage.open()
    const biography = 'She writes about boats.'
    await peoplePage.describeAuthor('Noor Haddad', {
      biography,
      portrait: await plainPicture('#a52', 300, 300),
    })
    await expect(draft.preview.page.getByText(biography)).toBeVisible()
    await expect(avatar).toHaveAttribute('width', '128')

    const site = join(folder, 'site')
    await new PublishPage(window).exportTo(site)
    const exported = await ExportedPage.open(browser, join(site, 'news/the-ferry-is-back/index.html'))
    await expect(exported.avatar).toHaveAttribute('width', '128')
    await expect(exported.page.getByText(biography)).toBeVisible()
    await exported.expectWhole()
    await exported.close()
  })
})
