import { arrangeApproved, arrangeDraft } from './arranged-articles'
import { passphrase } from './command-line'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { PeoplePage } from './pages/people-page'
import { PublishPage } from './pages/publish-page'
import { RecordList } from './pages/record-list'
import { SignInPage } from './pages/sign-in-page'

const headline = 'The ferry is back'

test('a lost passphrase is set anew by an admin; what was approved before stays approved', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeApproved(smallLibrary, { headline })
  const { page } = await openAs(smallLibrary, people.admin)
  const staff = new PeoplePage(page)
  await staff.open()
  await staff.resetPassphrase(people.chief, 'found again')
  const record = new RecordList(page.getByRole('region', { name: 'Record' }))
  await expect(record.rows.first()).toContainText(people.chief)

  const publish = new PublishPage(page)
  await publish.open()
  await expect(publish.ready).toContainText(headline)

  const door = new SignInPage(page)
  await door.signOut()
  await door.choose(people.chief)
  await door.tryPassphrase(passphrase)
  await expect(door.failure).toBeVisible()
  await door.signIn(people.chief, 'found again')
})

test('a window that is left alone locks, keeps what was typed and goes on where it was', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeDraft(smallLibrary, { headline })
  const { page } = await openAs(smallLibrary, people.chief)
  await page.clock.install()
  await page.reload()
  const draft = await new DeskPage(page).open(headline)
  await draft.writeHeadline('The ferry is late')
  const address = page.url()
  await page.clock.runFor('16:00')
  await expect(page.getByText('Locked, because nobody was here')).toBeVisible()
  await expect(page.getByRole('radio', { name: people.chief })).toBeChecked()
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Headline')).toHaveValue('The ferry is late')
  expect(page.url()).toBe(address)
})
