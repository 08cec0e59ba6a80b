import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeApproved } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { PublishPage } from './pages/publish-page'
import { WaysOut } from './pages/ways-out'

test.describe('ways out', () => {
  test.setTimeout(120_000)

  test('production sees what would change, packs it, and signs a schedule', async ({
    smallLibrary,
    openAs,
    folder,
  }) => {
    await arrangeApproved(smallLibrary, { headline: 'The ferry is back' })
    const { page } = await openAs(smallLibrary, people.production)
    const publish = new PublishPage(page)
    const ways = new WaysOut(page)
    const site = join(folder, 'site')
    await publish.open()

    await publish.folder.fill(site)
    await ways.look.click()
    await expect(ways.changes).toContainText('“The ferry is back” goes out for the first time.')
    await expect(ways.changes).toContainText('Nothing was written.')
    expect(await readdir(folder)).not.toContain('site')

    await publish.exportTo(site)
    await expect(ways.changes).toBeHidden()
    await ways.look.click()
    await expect(ways.changes).toContainText('Nothing would change')

    await ways.pack('Whole site', join(folder, 'site.zip'))
    expect((await readFile(join(folder, 'site.zip'))).subarray(0, 2).toString()).toBe('PK')
    await expect(publish.receipt).toContainText('The whole site as a zip file')
    await expect(publish.folder).toHaveValue(site)
    await ways.pack('What changed', join(folder, 'update'))
    expect((await readdir(join(folder, 'update'))).sort()).toEqual(['manifest.json', 'removed.txt'])

    await ways.sign('06:30')
    await expect(ways.schedules).toContainText('Every day at 06:30')
    await expect(ways.schedules).toContainText('Next:')
    await ways.choose('Run now')
    await expect(ways.schedules).toContainText('Nothing had changed.')
    await ways.choose('Take off')
    await expect(ways.schedules).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(ways.schedules).toContainText('Every day at 06:30')
  })

  test('an editor may look, but neither packs nor signs', async ({ smallLibrary, openAs, folder }) => {
    await arrangeApproved(smallLibrary, { headline: 'The ferry is back' })
    const { page } = await openAs(smallLibrary, people.editor)
    const publish = new PublishPage(page)
    const ways = new WaysOut(page)
    await publish.open()
    await expect(ways.packButton).toBeDisabled()
    await expect(ways.signButton).toBeDisabled()
    await ways.look.click()
    await expect(ways.changes).toContainText('goes out for the first time')
    expect(await readdir(folder)).not.toContain('site')
  })
})
