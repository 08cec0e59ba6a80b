import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeApproved } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { goTo } from './pages/navigation'
import { RecordList } from './pages/record-list'
import { ReviewPage } from './pages/review-page'
import { ReviewPanel } from './pages/review-panel'

const headline = 'The ferry is back'

test('the record of an article and of people is read, searched and saved, and the library verified', async ({
  smallLibrary,
  openAs,
  folder,
}) => {
  const id = await arrangeApproved(smallLibrary, { headline })
  const { page } = await openAs(smallLibrary, people.admin)
  await new ReviewPage(page).openById(id)
  await new ReviewPanel(page).show('History')
  const history = new RecordList(page.getByRole('region', { name: 'History' }))
  await expect(history.rows.first()).toContainText('approved it')
  await expect(history.rows.first()).toContainText('Signed')
  await history.search('approved')
  await expect(history.rows).toHaveCount(1)
  await history.search('')
  await history.show('Person', people.editor)
  await expect(history.rows.filter({ hasNotText: people.editor })).toHaveCount(0)
  await history.show('What was done', 'submitted')
  await expect(history.rows).toHaveCount(1)
  await history.show('Person', people.chief)
  await history.part.getByRole('button', { name: 'Show everything' }).click()
  await expect(history.rows.first()).toContainText('approved it')
  const csv = join(folder, 'record.csv')
  await history.saveAs(/spreadsheets/, csv)
  await expect(page.getByText(`Saved as ${csv}.`)).toBeVisible()
  expect(await readFile(csv, 'utf8')).toMatch(/^Row,When \(UTC\),Who,/)

  await goTo(page, 'People')
  const record = new RecordList(page.getByRole('region', { name: 'Record' }))
  await expect(record.rows.last()).toContainText('Galley began the record')
  await record.saveAs(/printing/, join(folder, 'record.html'))
  await expect(page.getByText('record.html.')).toBeVisible()

  await goTo(page, 'Settings')
  const verify = page.getByRole('region', { name: 'Verify library' })
  await verify.getByRole('button', { name: 'Verify library' }).click()
  await expect(verify.getByRole('status')).toContainText('The library is whole.')
  await appendFile(join(smallLibrary, 'articles', String(id), 'log.jsonl'), ' ')
  await verify.getByRole('button', { name: 'Verify library' }).click()
  await expect(verify.getByRole('list', { name: 'Problems' })).toContainText(headline)
})
