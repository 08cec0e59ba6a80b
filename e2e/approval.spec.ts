import { arrangeApproved } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'

const headline = 'The ferry is back'

test('an approved text is changed and put back: the seal is seen broken, then whole', async ({
  smallLibrary,
  openAs,
}) => {
  test.setTimeout(120_000)
  const id = await arrangeApproved(smallLibrary, { headline })
  const desk = await openAs(smallLibrary, people.editor)
  const editor = await new DeskPage(desk.page).open(headline)
  const window = await desk.anotherWindow()
  await new SignInPage(window).signIn(people.chief)
  const review = new ReviewPage(window)
  await review.openById(id)
  await expect(review.seal).toContainText(/Sealed: approved by .* Signed\./)

  await editor.writeHeadline('The ferry is gone')
  await editor.keep()
  await expect(review.state('Reopened')).toBeVisible()
  await expect(review.seal).toContainText('Changed since the approval: Headline, Slug.')
  await review.showText()
  const field = review.text.getByRole('region', { name: 'Heading' })
  await expect(field.locator('del')).toHaveText('back')
  await expect(field.locator('ins')).toHaveText('gone')
  await expect(field.locator('ins')).toHaveAttribute('title', new RegExp(`Added by ${people.editor}`))
  await expect(review.text.getByRole('list', { name: 'Who changed it' })).toContainText(people.editor)

  await editor.writeHeadline(headline)
  await editor.keep()
  await expect(review.state('Approved')).toBeVisible()
  await expect(review.seal).toContainText('The approved content is back: the seal is whole again')
  await expect(field.locator('ins, del')).toHaveCount(0)
})
