import { planArticles, submitArticles } from './busy-evening'
import { expect, people, test } from './fixtures'
import { goTo } from './pages/navigation'
import { QueuePage } from './pages/queue-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'
import { mustSucceed } from './small-library'

const otherChief = 'Cora Chief'
const evening = Array.from({ length: 40 }, (_, place) => place + 1)
const headline = (number: number): string => `Evening ${number}:`

test('a busy evening: forty articles, taken, planned, moved together and found again', async ({
  smallLibrary,
  open,
  openAs,
}) => {
  test.setTimeout(180_000)
  await mustSucceed(['person', smallLibrary, 'add', otherChief, '--role', 'chief', '--as', people.admin])
  const desk = await openAs(smallLibrary, people.editor)
  const ids = await submitArticles(desk.page, evening)
  const idOf = (number: number): string => ids[number - 1] ?? ''

  const page = await desk.anotherWindow()
  await new SignInPage(page).signIn(people.chief)
  await planArticles(page, [
    { id: idOf(33), priority: 'urgent' },
    { id: idOf(30), priority: 'urgent', dueIn: 50 },
    { id: idOf(25), priority: 'urgent', dueIn: -20 },
    { id: idOf(12), priority: 'high' },
    { id: idOf(9), dueIn: -5 },
    { id: idOf(7), dueIn: 600 },
  ])
  const queue = new QueuePage(page)
  const review = new ReviewPage(page)

  await test.step('what is urgent and overdue comes first, then what has waited longest', async () => {
    await queue.open()
    await expect(queue.rows).toHaveCount(40)
    expect(await queue.order(8)).toEqual([25, 30, 33, 12, 9, 7, 1, 2])
    await expect(queue.row(headline(25))).toContainText('Urgent')
    await expect(queue.row(headline(25))).toContainText('overdue by 20 min')
    await expect(queue.row(headline(30))).toContainText(/due in (49|50) min/)
    await expect(queue.badge('Review')).toContainText('40 waiting')
  })

  await test.step('filters are kept under a name', async () => {
    await queue.openFilters()
    await queue.filters.getByLabel('Urgent').check()
    await queue.filters.getByLabel('Sports').check()
    await expect(queue.rows).toHaveCount(1)
    await queue.saveView('Urgent sports')
    await queue.view.selectOption('All waiting')
    await expect(queue.rows).toHaveCount(40)
  })

  await test.step('a review is taken by a key and handed over from the menu', async () => {
    await queue.goToRow(headline(25))
    await page.keyboard.press('t')
    await expect(queue.row(headline(25))).toContainText(people.chief)
    await expect(queue.badge('Review')).toContainText('40 waiting, 1 with you')
    await queue.deed(headline(30), 'Hand the review over…')
    const dialog = page.getByRole('dialog', { name: 'Hand the review over' })
    await dialog.getByLabel('To').selectOption({ label: `${otherChief}, desk chief` })
    await dialog.getByLabel('Note for them').fill('You know the harbour')
    await dialog.getByRole('button', { name: 'Hand over' }).click()
    await expect(queue.row(headline(30))).toContainText(otherChief)
  })

  await test.step('several move at once; the one that is refused is reported with its reason', async () => {
    await queue.goToRow(headline(25))
    await page.keyboard.press('s')
    await expect(queue.row(headline(25))).toContainText('In review')
    await queue.goToRow(headline(25))
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(queue.bulk).toContainText('3 chosen')
    await queue.bulk.getByRole('button', { name: 'Start review' }).click()
    const report = queue.report('Start review')
    await expect(report).toContainText('2 done, 1 refused.')
    await expect(report.getByRole('listitem')).toHaveText([
      /Evening 25:.*Start review is not possible while the article is in review\./,
    ])
    await report.getByRole('button', { name: 'Done' }).click()
    await expect(queue.row(headline(30))).toContainText(otherChief)
    await expect(queue.row(headline(33))).toContainText(people.chief)
  })

  await test.step('what is held and spiked leaves the list, and is there again when it is undone', async () => {
    await queue.choose(headline(12))
    await queue.choose(headline(9))
    await page.keyboard.press('h')
    const note = review.noteDialog('Hold')
    await note.getByRole('textbox').fill('The lawyer reads them')
    await note.getByRole('button', { name: 'Hold', exact: true }).click()
    await expect(queue.rows).toHaveCount(38)

    await queue.goToRow(headline(7))
    await page.keyboard.press('x')
    await expect(queue.rows).toHaveCount(37)
    await expect(queue.row(headline(1)).getByRole('button').first()).toBeFocused()
    await page.getByText('One article spiked.').locator('..').getByRole('button', { name: 'Undo' }).click()
    await queue.filters.getByLabel('On hold').check()
    await expect(queue.rows).toHaveCount(2)
    await queue.filters.getByRole('button', { name: 'Clear filters' }).click()
    await review.openById(idOf(7))
    await expect(review.state('Draft')).toBeVisible()
  })

  await test.step('plan and reviewer stand with the open article', async () => {
    await review.open(headline(33) + ' what the council said about the harbour')
    const plan = page.getByRole('group', { name: 'Plan' })
    await expect(plan).toContainText('You have it')
    await plan.getByLabel('Priority').selectOption('Normal')
    await expect(queue.row(headline(33))).not.toContainText('Urgent')
    await plan.getByRole('button', { name: 'Give back' }).click()
    await expect(plan).toContainText('Nobody has it')
  })

  await test.step('what came since the last look is marked', async () => {
    await goTo(page, 'Desk')
    await submitArticles(desk.page, [41])
    await queue.open()
    await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
    const mark = queue.row(headline(41)).getByText('New', { exact: true })
    await expect(mark).toBeVisible()
    await page.getByRole('button', { name: 'Mark as seen' }).click()
    await expect(mark).toBeHidden()
  })

  await test.step('an editor is told what came back', async () => {
    await review.open(headline(25) + ' what the council said about the harbour')
    await review.requestChanges('Who said it?')
    await expect(new QueuePage(desk.page).badge('Desk')).toContainText('1 sent back to you')
  })

  await test.step('the view is there after a restart', async () => {
    await desk.close()
    const again = await open(smallLibrary)
    await new SignInPage(again.page).signIn(people.chief)
    const later = new QueuePage(again.page)
    await later.open()
    await later.view.selectOption('Urgent sports')
    await expect(later.rows).toHaveCount(1)
    expect(await later.order(1)).toEqual([30])
  })
})
