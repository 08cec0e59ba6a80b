import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeApproved } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { ExportedPage } from './pages/exported-page'
import { PathDialog } from './pages/path-dialog'
import { PublishPage } from './pages/publish-page'
import { SignInPage } from './pages/sign-in-page'
import { plainPicture } from './pictures'
import { sampleAdmin, samplePassphrase } from './sample-library'

const headline = 'The ferry is back'
const systemDialog = 'Electron asks with the system’s own dialog, which no test reaches.'

test.describe('publishing', () => {
  test.setTimeout(120_000)

  test('a second export of the same writes nothing', async ({ smallLibrary, openAs, folder }) => {
    await arrangeApproved(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.production)
    const publish = new PublishPage(page)
    await publish.exportTo(join(folder, 'site'))
    expect(await publish.figure('Written')).toBeGreaterThan(0)
    await publish.startExport(join(folder, 'site'))
    await expect(publish.receipt).toContainText('nothing had changed')
    expect(await publish.figure('Written')).toBe(0)
    expect(await publish.figure('Removed')).toBe(0)
  })

  test('a file that is not Galley’s stops the export and stays as it was', async ({
    smallLibrary,
    openAs,
    folder,
  }) => {
    await arrangeApproved(smallLibrary, { headline })
    const site = join(folder, 'site')
    await mkdir(join(site, 'news'), { recursive: true })
    await writeFile(join(site, 'news/index.html'), 'somebody else’s page')
    await writeFile(join(site, 'notes.txt'), 'somebody else’s notes')

    const { page } = await openAs(smallLibrary, people.production)
    const publish = new PublishPage(page)
    await publish.open()
    await publish.startExport(site)
    await expect(publish.failure).toContainText('news/index.html is there already and is not Galley’s')
    await expect(publish.receipt).toContainText('Nothing was exported')
    expect(await readFile(join(site, 'news/index.html'), 'utf8')).toBe('somebody else’s page')
    expect(await readFile(join(site, 'notes.txt'), 'utf8')).toBe('somebody else’s notes')
    expect((await readdir(site)).sort()).toEqual(['news', 'notes.txt'])
    await expect(publish.ready).toContainText(headline)
  })

  test('one article is saved as a single page and as a fragment', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    test.skip(process.env.GALLEY_HOST === 'electron', systemDialog)
    const picture = join(folder, 'blue.png')
    await writeFile(picture, await plainPicture('#246'))
    const fields = [`thumbnail=${picture}`, 'thumbnailAlt=A blue field']
    await arrangeApproved(smallLibrary, { headline, body: ['The ferry sails at noon.'], fields })
    const { page } = await openAs(smallLibrary, people.production)
    const publish = new PublishPage(page)
    await publish.open()

    await publish.askToSaveAlone(headline, 'single page')
    await new PathDialog(page).cancel()
    await expect(publish.ready).toContainText(headline)

    const alone = join(folder, 'alone', 'page.html')
    await publish.saveAlone(headline, 'single page', alone)
    const single = await ExportedPage.open(browser, alone)
    await expect(single.headline).toHaveText(headline)
    await expect(single.body).toHaveText('The ferry sails at noon.')
    await expect(single.thumbnail.getByRole('img', { name: 'A blue field' })).toBeVisible()
    await single.expectWhole()
    await single.close()
    expect(await readdir(join(folder, 'alone'))).toEqual(['page.html'])

    const part = join(folder, 'part.html')
    await publish.saveAlone(headline, 'fragment', part)
    const fragment = await readFile(part, 'utf8')
    expect(fragment).toContain('The ferry sails at noon.')
    expect(fragment).not.toMatch(/<(html|head|body|style|link|script)\b/)

    // A copy for elsewhere is no publication: the site does not have the article yet.
    await expect(publish.ready).toContainText(headline)
    await expect(publish.onTheSite).toBeHidden()
  })

  test('only production saves and exports', async ({ smallLibrary, openAs }) => {
    await arrangeApproved(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.editor)
    const publish = new PublishPage(page)
    await publish.open()
    await expect(publish.exportButton).toBeDisabled()
    await expect(publish.exportButton).toHaveAccessibleDescription(
      'Exporting is for production and admins; you are signed in as editor.',
    )
    await page.getByRole('button', { name: `More for ${headline}` }).click()
    await expect(page.getByRole('menuitem', { name: /single page/ })).toBeDisabled()
  })

  test('an export is stopped midway and leaves nothing behind', async ({ sampleLibrary, open, folder }) => {
    const { page } = await open(sampleLibrary)
    await new SignInPage(page).signIn(sampleAdmin, samplePassphrase)
    const publish = new PublishPage(page)
    await publish.open()
    const site = join(folder, 'site')
    await publish.startExport(site)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(publish.exportButton).toBeVisible({ timeout: 60_000 })
    await expect(publish.receipt).toContainText('Nothing was exported')
    expect(await readdir(site).catch(() => [])).toEqual([])

    await publish.exportTo(site)
    expect(await publish.figure('Articles')).toBeGreaterThan(0)
  })
})
