import AxeBuilder from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDocx, paragraph } from '../src/main/importers/docx/testing/make-docx'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { ImportReport } from './pages/import-report'
import { plainPicture } from './pictures'

const item = (title: string, type = 'post'): string =>
  `<item><title>${title}</title><content:encoded>&lt;img src="https://example.com/uploads/quay.png"&gt;</content:encoded><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status></item>`

test('several files become articles, and the one that cannot says why', async ({
  folder,
  smallLibrary,
  openAs,
}) => {
  const at = (name: string): string => join(folder, name)
  await writeFile(
    at('ferry.docx'),
    await makeDocx({
      styles: { Title: 'Title', Subtitle: 'Subtitle' },
      body:
        paragraph('The ferry is back', 'Title') +
        paragraph('After a long winter', 'Subtitle') +
        paragraph('It sails at noon.'),
    }),
  )
  await writeFile(at('old.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  await writeFile(
    at('wire.json'),
    JSON.stringify({ uri: 'urn:x', headline: 'From the wire', body_text: 'x' }),
  )
  const { page } = await openAs(smallLibrary, people.editor)
  const report = new ImportReport(page)

  await report.importFiles(at('ferry.docx'), at('old.docx'), at('wire.json'))
  await report.expectSummary('2 imported, 1 failed.')
  await expect(report.file('old.docx')).toContainText('it is an old Word document (.doc)')
  await expect(report.file('old.docx')).toContainText('Nothing was changed.')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])

  await report.dialog.getByRole('link', { name: 'The ferry is back' }).click()
  await expect(page.getByRole('textbox', { name: 'Standfirst' })).toHaveValue('After a long winter')
  await expect(page.getByRole('textbox', { name: 'Body' })).toHaveText('It sails at noon.')
})

test('a folder brings its articles and the pictures they show', async ({ folder, smallLibrary, openAs }) => {
  const site = join(folder, 'site')
  await mkdir(join(site, 'uploads'), { recursive: true })
  await writeFile(join(site, 'uploads', 'quay.png'), await plainPicture('#456'))
  await writeFile(join(site, 'uploads', 'unused.png'), await plainPicture('#654'))
  await writeFile(
    join(site, 'export.xml'),
    `<rss><channel><wp:wxr_version>1.2</wp:wxr_version>${item('One')}${item('Two')}${item('About', 'page')}</channel></rss>`,
  )
  await writeFile(join(site, 'harbour.md'), '# The harbour\n\n![A quay](uploads/quay.png)\n')
  const { page } = await openAs(smallLibrary, people.editor)
  const report = new ImportReport(page)

  await report.importFolder(site)
  await report.expectSummary('3 imported.')
  await expect(report.file('export.xml')).toContainText('2 articles')
  await expect(report.file('export.xml')).toContainText('Left out: 1 page.')
  await report.close()
  await new DeskPage(page).open('The harbour')
  await expect(page.getByRole('textbox', { name: 'Body' }).getByRole('img', { name: 'A quay' })).toBeVisible()
})
