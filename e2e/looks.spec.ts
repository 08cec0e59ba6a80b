import { join } from 'node:path'
import { arrangeApproved } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { ExportedPage } from './pages/exported-page'
import { FrontView } from './pages/front-view'
import { PublishPage } from './pages/publish-page'
import { SettingsPage } from './pages/settings-page'

const day = (number: number): string => `2026-03-0${number}T09:00`

test.describe('how the site looks', () => {
  test.setTimeout(120_000)

  test('a change of the looks is seen before it is saved, and on the exported page after', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    await arrangeApproved(smallLibrary, { headline: 'The ferry is back', publishTime: day(1) })
    const { page } = await openAs(smallLibrary, people.admin)
    const settings = new SettingsPage(page)
    await settings.open()
    const branding = settings.section('Branding')
    const shown = branding.locator('iframe[title="Front page"]').contentFrame()
    await expect(shown.getByRole('link', { name: 'The ferry is back' })).toBeVisible()

    await branding.getByRole('textbox', { name: 'Accent on the light page', exact: true }).fill('#e0a0a0')
    await expect(branding.getByText('Too faint for links; WCAG AA asks for at least 4.5 : 1.')).toBeVisible()
    await branding.getByRole('button', { name: /^Use #/ }).click()
    await expect(branding.getByText('Too faint')).toHaveCount(0)
    await branding.getByRole('radio', { name: 'Large' }).check()
    await expect(shown.locator('html')).toHaveCSS('font-size', '18px')
    await branding.getByRole('radio', { name: 'One river' }).check()
    await expect(shown.locator('.river')).toBeVisible()
    await branding.getByRole('button', { name: 'Add footer link' }).click()
    await branding.getByLabel('Words of footer link 1').fill('About us')
    await branding.getByLabel('Address of footer link 1').fill('javascript:alert(1)')
    await expect(branding.getByText('This is not an address')).toBeVisible()
    await branding.getByLabel('Address of footer link 1').fill('/about/')
    await expect(shown.getByRole('contentinfo').getByRole('link', { name: 'About us' })).toBeVisible()

    const css = branding.getByLabel('Custom CSS')
    await css.fill('@import "https://tracker.example/a.css";')
    await expect(branding.getByText('@import asks for another file')).toBeVisible()
    await css.fill('.teaser-headline { color: #eee }')
    await expect(branding.getByRole('list', { name: 'Trouble with the style' })).toContainText('contrast')
    await css.fill('.teaser-headline { font-style: italic }')
    await expect(shown.locator('.teaser-headline')).toHaveCSS('font-style', 'italic')
    await branding.getByRole('button', { name: 'Save branding' }).click()
    await expect(branding.getByRole('status').filter({ hasText: /^\s*Saved\s*$/ })).toBeVisible()

    const site = join(folder, 'site')
    await new PublishPage(page).exportTo(site)
    const exported = await ExportedPage.open(browser, join(site, 'index.html'))
    await expect(exported.page.locator('.river .teaser-headline')).toHaveCSS('font-style', 'italic')
    await expect(exported.page.locator('link[rel=icon]')).toHaveAttribute('type', 'image/svg+xml')
    await exported.expectWhole()
    await exported.close()
  })

  test('the front page is arranged by menu, keys and dragging, and what falls out says so', async ({
    smallLibrary,
    openAs,
  }) => {
    const headlines = ['One', 'Two', 'Three']
    for (const [index, headline] of headlines.entries())
      await arrangeApproved(smallLibrary, { headline, publishTime: day(index + 1) })
    const desk = await openAs(smallLibrary, people.chief)
    const front = new FrontView(desk.page)
    await front.open()
    const lead = front.frame.locator('.lead .teaser-headline')
    await expect(lead).toHaveText('Three')

    await front.pin('One', 'As the lead')
    await expect(lead).toHaveText('One')
    await front.pin('Two', 'Beside the lead')
    await front.drag('Three', 'Beside the lead')
    await expect(front.pinned('Beside the lead')).toHaveText(['Two', 'Three'])
    await front.press('Move Two down')
    await expect(front.pinned('Beside the lead')).toHaveText(['Three', 'Two'])
    await expect(desk.page.getByRole('button', { name: 'Move Two down', exact: true })).toBeFocused()
    await desk.page.keyboard.press('Alt+ArrowUp')
    await expect(front.pinned('Beside the lead')).toHaveText(['Two', 'Three'])
    await expect(front.frame.locator('.next .teaser-headline')).toHaveText(['Two', 'Three'])
    await front.press('Unpin Three')
    await expect(front.pinned('Beside the lead')).toHaveText(['Two'])
    await desk.page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(front.pinned('Beside the lead')).toHaveText(['Two', 'Three'])

    await front.pinned('Lead').click()
    await desk.page.getByRole('button', { name: 'Hold', exact: true }).click()
    await desk.page.getByRole('dialog').getByRole('textbox').fill('Wait for the court.')
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Hold' }).click()
    await expect(desk.page.getByRole('dialog')).toBeHidden()
    await front.open()
    await expect(front.place('Lead')).toContainText('Not on the page')
    await expect(lead).toHaveText('Two')
  })

  test('an article is previewed wherever it is met', async ({ smallLibrary, openAs }) => {
    await arrangeApproved(smallLibrary, { headline: 'Older', publishTime: day(1) })
    const { page } = await openAs(smallLibrary, people.editor)
    const draft = await new DeskPage(page).startArticle()
    await draft.writeHeadline('The newest of all')
    const preview = page.getByRole('region', { name: 'Preview' })
    const show = (name: string) => preview.getByRole('radio', { name, exact: true }).check()
    await expect(draft.preview.headline).toHaveText('The newest of all')

    await show('Front page')
    const front = preview.locator('iframe[title="Front page"]').contentFrame()
    await expect(front.locator('.lead .teaser-headline')).toHaveText('The newest of all')
    await show('Category')
    await expect(preview.getByText('It is in no category yet')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(preview.getByRole('group', { name: 'Search result' })).toContainText('The newest of all')
    await draft.writeHeadline('Written anew')
    await expect(preview.getByRole('group', { name: 'Search result' })).toContainText('Written anew')
    await show('Social cards')
    await expect(preview.getByRole('group', { name: 'Large card' })).toContainText('Written anew')
    await show('Feed item')
    await expect(preview.getByRole('group', { name: 'Feed item' })).toContainText('Written anew')
    await show('Print')
    const printed = preview.locator('iframe[title="Published page"]').contentFrame()
    await expect(printed.getByRole('navigation', { name: 'Sections' })).toBeHidden()
    await show('Page')
    await expect(printed.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  })
})
