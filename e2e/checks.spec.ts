import { defaultArticleTypes } from '../src/shared/site/article-types'
import { arrangeSubmitted } from './arranged-articles'
import { galleyJson } from './command-line'
import { expect, people, test } from './fixtures'
import { ReviewPage } from './pages/review-page'
import { ReviewPanel } from './pages/review-panel'

const headline = 'The ferry is back'
const facts = 'Facts checked'
const reply = 'Right of reply given'

test('an approval waits for what people check, and the ledger holds where claims come from', async ({
  smallLibrary,
  openAs,
}) => {
  const [news, ...others] = defaultArticleTypes
  const types = JSON.stringify([{ ...news, checklist: [facts, reply] }, ...others])
  const settings = [`articleTypes=${types}`, 'blockedWords=noon']
  await galleyJson(['site', smallLibrary, ...settings, '--as', people.admin])
  await arrangeSubmitted(smallLibrary, { headline, body: ['The ferry carried 212 people at noon.'] })
  const { page } = await openAs(smallLibrary, people.chief)
  const review = new ReviewPage(page)
  const panel = new ReviewPanel(page)
  await review.open(headline)
  await review.startReview()

  await test.step('the approval says what it waits for', async () => {
    await expect(panel.checks).toContainText('3 checks hold the approval back.')
    await expect(review.refused).toContainText(`“${facts}” is not checked yet`)
    await expect(review.refused).toContainText('“noon” is on the list of blocked words.')
  })

  await test.step('a place is shown in the text', async () => {
    await panel.check('Blocked words').getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('region', { name: 'Text' }).locator('.chosen')).toHaveText('noon')
  })

  await test.step('a check is passed, another waived with a reason, a third failed and then passed', async () => {
    await panel.check(facts).getByRole('button', { name: 'Pass' }).click()
    await expect(panel.check(facts)).toContainText('Passed')
    await panel.waive('Blocked words', 'It is the time of day.')
    await expect(panel.check('Blocked words')).toContainText('It is the time of day.')
    const last = panel.check(reply)
    await last.getByRole('button', { name: 'Fail…' }).click()
    await last.getByLabel('Reason').fill('Nobody was asked.')
    await last.getByRole('button', { name: 'Fail', exact: true }).click()
    await expect(review.refused).toContainText('failed: Nobody was asked.')
    await last.getByRole('button', { name: 'Pass' }).click()
    await expect(panel.checks).toContainText('Nothing here holds an approval back.')
  })

  await test.step('a claim gets its source and is checked against it', async () => {
    await panel.show('Claims')
    await panel.wanted.getByRole('button', { name: 'Add source for 212' }).click()
    await panel.claims.getByLabel('Address').fill('https://example.org/ferry')
    await panel.claims.getByLabel('What it is').fill('The company’s figures')
    await panel.claims
      .getByRole('form', { name: 'Source' })
      .getByRole('button', { name: 'Add source' })
      .click()
    await expect(panel.sources).toContainText('The company’s figures')
    await expect(panel.wanted).toBeHidden()
    await panel.sources.getByLabel('Checked against its source').check()
    await expect(panel.sources).toContainText(`Checked by ${people.chief}`)
    await panel.sources.getByRole('button', { name: 'Remove' }).click()
    await expect(panel.sources).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(panel.sources).toContainText('Checked by')
  })

  await review.approve()
})
