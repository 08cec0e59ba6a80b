import { expect, people, test } from './fixtures'
import { arrangeSubmitted } from './arranged-articles'
import { CommentsPanel } from './pages/comments-panel'
import { DeskPage } from './pages/desk-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'

const headline = 'The ferry is back'

test('changes are requested with a comment and a suggestion, and answered', async ({
  smallLibrary,
  openAs,
}) => {
  test.setTimeout(120_000)
  await arrangeSubmitted(smallLibrary, {
    headline,
    body: ['The old ferry came back on Monday. Nobody was hurt.'],
  })
  const desk = await openAs(smallLibrary, people.chief)
  const review = new ReviewPage(desk.page)
  const said = new CommentsPanel(desk.page)

  await test.step('the chief comments on words, suggests others and requests changes', async () => {
    await review.open(headline)
    await review.startReview()
    await desk.page.getByRole('tab', { name: 'Text', exact: true }).click()
    await said.open()
    await said.select('Nobody was hurt')
    await said.comment(`Who says so, @${people.editor}?`, { blocking: true })
    await said.select('ferry is back')
    await said.comment('Is it, now?')
    await expect(desk.page.getByRole('region', { name: 'Text' }).locator('.comment')).toHaveText([
      'ferry is back',
      'Nobody was hurt',
    ])
    await said.select('old ferry')
    await said.suggest('new ferry')
    await review.requestChanges('See the comments.')
  })

  const window = await desk.anotherWindow()
  await new SignInPage(window).signIn(people.editor)
  const draft = await new DeskPage(window).open(headline)
  const mine = new CommentsPanel(window)

  await test.step('the editor cannot submit while a comment holds it back', async () => {
    await mine.open()
    await expect(mine.item('Who says so')).toContainText('Holds submission and approval back')
    await draft.submitButton().hover()
    await expect(window.getByRole('tooltip')).toContainText(/comment/i)
  })

  await test.step('a field says what was said about it, and opens it', async () => {
    await window.getByRole('tab', { name: 'Fields' }).click()
    await window.getByRole('button', { name: 'Comment on “ferry is back”' }).click()
    await expect(mine.item('Is it, now?')).toBeVisible()
    await mine.press('Is it, now?', 'Resolve')
    await expect(window.getByRole('button', { name: 'Comment on “ferry is back”' })).toBeHidden()
  })

  await test.step('marks follow their words; what is gone says so, and undo brings it back', async () => {
    await expect(mine.marks('comment')).toHaveText('Nobody was hurt')
    await draft.body.box.focus()
    await window.keyboard.press('ControlOrMeta+Home')
    await window.keyboard.insertText('At last: ')
    await expect(mine.marks('comment')).toHaveText('Nobody was hurt')
    await draft.body.selectAll()
    await window.keyboard.press('Delete')
    await expect(mine.item('Who says so')).toContainText('Its words are gone')
    await window.keyboard.press('ControlOrMeta+Z')
    await expect(mine.marks('comment')).toHaveText('Nobody was hurt')
    await expect(mine.item('Who says so')).not.toContainText('Its words are gone')
  })

  await test.step('the suggestion is accepted as one step that can be undone', async () => {
    await mine.press('new ferry', 'Accept')
    await expect(draft.body.box).toContainText('The new ferry came back')
    await expect(mine.item('new ferry')).toBeHidden()
    await window.keyboard.press('ControlOrMeta+Z')
    await expect(draft.body.box).toContainText('The old ferry came back')
    await expect(mine.item('new ferry')).toContainText('its words are back as they were')
    await window.keyboard.press('ControlOrMeta+Shift+Z')
    await expect(draft.body.box).toContainText('The new ferry came back')
    await expect(mine.item('new ferry')).toBeHidden()
    await draft.body.box.focus()
    await window.keyboard.press('ControlOrMeta+Z')
    await mine.press('new ferry', 'Reopen')
    await mine.press('new ferry', 'Accept')
    await expect(draft.body.box).toContainText('The new ferry came back')
    await draft.keep()
  })

  await test.step('the editor answers, the chief resolves, and it is submitted', async () => {
    await mine.press('Who says so', 'Reply')
    await mine.region.getByRole('textbox', { name: 'Reply' }).fill('The harbour master does.')
    await mine.press('Who says so', 'Send')
    await said.press('The harbour master does.', 'Resolve')
    await expect(said.item('Who says so')).toBeHidden()
    await expect(mine.item('Who says so')).toBeHidden()
    await draft.submit()
  })
})
