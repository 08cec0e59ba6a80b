import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Galley } from '../src/shared/contract'
import { arrangeApproved, arrangeDraft, arrangeSubmitted } from './arranged-articles'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { PublishPage } from './pages/publish-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'
import { plainPicture } from './pictures'

const headline = 'The ferry is back'

test.describe('what is refused says why', () => {
  test.setTimeout(120_000)

  test('an unfinished article is not submitted', async ({ smallLibrary, openAs }) => {
    const { page } = await openAs(smallLibrary, people.editor)
    const draft = await new DeskPage(page).startArticle()
    const submit = draft.submitButton()
    const lacks = [
      'The headline is empty.',
      'No author is chosen.',
      'No category is chosen.',
      'The body is empty.',
    ]
    await expect(submit).toBeDisabled()
    await expect(submit).toHaveAccessibleDescription(lacks.join(' '))
    await expect(draft.missing.getByRole('listitem')).toHaveText(lacks)
    await submit.click({ force: true })
    await expect(draft.state('Draft')).toBeVisible()

    await draft.writeHeadline(headline)
    await draft.addAuthor('Noor Haddad')
    await draft.chooseCategory('News')
    await expect(draft.missing.getByRole('listitem')).toHaveText(['The body is empty.'])
    await draft.body.type('It sails at TK on Friday.')
    await expect(submit).toHaveAccessibleDescription(
      'A placeholder is still there: “It sails at TK on Friday.”.',
    )
    await draft.body.rewrite('It sails at noon on Friday.')
    await expect(draft.missing).toBeHidden()
    await expect(submit).toBeEnabled()

    await draft.thumbnail.drop('ferry.png', await plainPicture('#246'))
    await expect(submit).toHaveAccessibleDescription(
      'The thumbnail has no alt text and is not marked as decorative.',
    )
    await draft.thumbnail.describe({ alt: 'The ferry' })
    await draft.submit()
  })

  test('changes are not requested without a note', async ({ smallLibrary, openAs }) => {
    await arrangeSubmitted(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.chief)
    const review = new ReviewPage(page)
    await review.open(headline)
    await review.startReview()
    await review.button('Request changes').click()
    const dialog = review.noteDialog('Request changes')
    await dialog.getByRole('textbox').fill('   ')
    await dialog.getByRole('button', { name: 'Request changes' }).click()
    await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/A note is needed/)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(review.state('In review')).toBeVisible()
  })

  test('a wrong passphrase opens nothing, and guessing is slowed down', async ({ smallLibrary, open }) => {
    const { page } = await open(smallLibrary)
    const signIn = new SignInPage(page)
    await signIn.choose(people.chief)
    for (let tries = 1; tries <= 5; tries += 1) {
      await signIn.tryPassphrase(`guess ${tries}`)
      await expect(signIn.failure).toContainText('That is not the passphrase.')
    }
    await signIn.tryPassphrase('guess 6')
    await expect(signIn.failure).toContainText(/Too many wrong passphrases in a row\..*Wait \d seconds?/)
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()

    // The right one is let in once the wait is over, not before.
    await expect(async () => {
      await signIn.signIn(people.chief)
    }).toPass({ timeout: 40_000 })
  })

  test('an editor cannot approve, neither by button nor by asking the desk', async ({
    smallLibrary,
    openAs,
  }) => {
    const id = await arrangeSubmitted(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.editor)
    const review = new ReviewPage(page)
    await review.open(headline)
    await expect(page.getByText('Reviewing is for desk chiefs; you can read along.')).toBeVisible()
    for (const move of ['Start review', 'Approve', 'Request changes']) {
      await expect(review.button(move)).toBeHidden()
    }
    expect(await askToMove(page, id, 'start-review')).toContain('desk chiefs')
    expect(await askToMove(page, id, 'approve')).not.toBe('done')
    await expect(review.state('Submitted')).toBeVisible()
  })

  test('production reads but does not write', async ({ smallLibrary, openAs }) => {
    const id = await arrangeDraft(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.production)
    const desk = new DeskPage(page)
    await expect(desk.newArticleButton).toBeDisabled()
    await expect(desk.newArticleButton).toHaveAccessibleDescription('Editors and desk chiefs make articles.')

    const draft = await desk.open(headline)
    await expect(page.getByText(/^You can read it but not edit it: .*\S/)).toBeVisible()
    await expect(draft.headline).not.toBeEditable()
    await expect(draft.readTime).toBeDisabled()
    await expect(draft.body.box).toHaveAttribute('aria-readonly', 'true')
    await expect(draft.submitButton()).toBeHidden()
    expect(await askToMove(page, id, 'submit')).toContain('editors')
  })

  test('an expired licence and an embargo hold an export back', async ({ smallLibrary, openAs, folder }) => {
    const picture = join(folder, 'rented.png')
    await writeFile(picture, await plainPicture('#642'))
    const rented = [`thumbnail=${picture}`, 'thumbnailAlt=A brown field', 'expires=2020-01-31']
    await arrangeApproved(smallLibrary, { headline: 'A rented picture', fields: rented })
    await arrangeApproved(smallLibrary, {
      headline: 'News for later',
      fields: ['embargo=2099-03-01T06:00:00Z'],
    })
    await arrangeApproved(smallLibrary, { headline })

    const { page } = await openAs(smallLibrary, people.production)
    const publish = new PublishPage(page)
    await publish.open()
    await expect(publish.ready.getByRole('listitem')).toHaveText([new RegExp(headline)])
    const left = publish.leftOut.getByRole('listitem')
    await expect(left.filter({ hasText: 'A rented picture' })).toContainText(
      'The thumbnail’s licence ended on 2020-01-31.',
    )
    await expect(left.filter({ hasText: 'News for later' })).toContainText('It is under embargo until')
    await expect(left.filter({ hasText: 'News for later' })).toContainText('2099')
    await publish.exportTo(join(folder, 'site'))
    expect(await publish.figure('Articles')).toBe(1)
    await expect(publish.receipt).toContainText('A rented picture')
    await expect(publish.receipt).toContainText('News for later')
  })
})

/** Asks the desk for a move past the buttons. Gives its refusal as JSON, or `done`. */
function askToMove(page: Page, id: string, move: 'submit' | 'start-review' | 'approve'): Promise<string> {
  return page.evaluate(
    async (wanted) => {
      const { galley } = window as unknown as { galley: Galley }
      const reply = await galley.request('article.move', { ...wanted, note: '' })
      return reply.ok ? 'done' : JSON.stringify(reply.error)
    },
    { id, move },
  )
}
