import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangeApproved, arrangeSubmitted } from './arranged-articles'
import { galleyJson } from './command-line'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { goTo } from './pages/navigation'
import { PublishPage } from './pages/publish-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'

const headline = 'The ferry is back'

test.describe('an approval seals the text', () => {
  test.setTimeout(120_000)

  test('a change reopens the article, and putting the text back makes it whole', async ({
    smallLibrary,
    openAs,
    folder,
  }) => {
    await arrangeApproved(smallLibrary, { headline })
    const desk = await openAs(smallLibrary, people.editor)
    const editor = await new DeskPage(desk.page).open(headline)
    await expect(editor.state('Approved')).toBeVisible()
    await editor.writeHeadline('The ferry is gone')
    await editor.keep()
    await expect(editor.state('Reopened')).toBeVisible()

    const window = await desk.anotherWindow()
    await new SignInPage(window).signIn(people.production)
    const publish = new PublishPage(window)
    await publish.open()
    await expect(publish.ready).toBeHidden()
    await expect(publish.leftOut).toContainText('The ferry is gone')
    await expect(publish.leftOut).toContainText(/Changed since the approval: .*headline/i)
    await publish.exportTo(join(folder, 'site'))
    expect(await publish.figure('Articles')).toBe(0)
    await expect(publish.receipt).toContainText(/Changed since the approval: .*headline/i)

    await editor.writeHeadline(headline)
    await editor.keep()
    await expect(editor.state('Approved')).toBeVisible()
    await expect(editor.seal).toContainText('The approved content is back: the seal is whole again')
    await expect(publish.ready).toContainText(headline)
    await expect(publish.leftOut).toBeHidden()
    await publish.exportTo(join(folder, 'site'))
    expect(await publish.figure('Articles')).toBe(1)

    // Whoever was away meanwhile is told as well, in the list and at the command line.
    await goTo(desk.page, 'Desk')
    await expect(new DeskPage(desk.page).row(headline)).toContainText('Approved, whole again')
    const rows = await galleyJson<{ wholeAgain: boolean }[]>(['list', smallLibrary])
    expect(rows.map(({ wholeAgain }) => wholeAgain)).toEqual([true])
  })

  test('a chief who changed the text cannot approve it, another one can', async ({
    smallLibrary,
    openAs,
  }) => {
    const other = 'Carla Chief'
    await galleyJson(['person', smallLibrary, 'add', other, '--role', 'chief', '--as', people.admin])
    const id = await arrangeSubmitted(smallLibrary, { headline })
    const { page } = await openAs(smallLibrary, people.chief)
    const review = new ReviewPage(page)
    await review.open(headline)
    await review.startReview()
    const draft = await new DeskPage(page).open(headline)
    await draft.body.type(' So the desk says.')
    await draft.keep()

    await review.openById(id)
    await expect(review.refused).toContainText(
      'Approve: You changed this article since its last approval, so somebody else has to approve it.',
    )
    await expect(review.button('Approve')).toBeDisabled()
    await review.button('Approve').click({ force: true })
    await expect(review.state('In review')).toBeVisible()

    await new SignInPage(page).changeTo(other)
    await review.openById(id)
    await review.approve()
  })

  test('readers keep what was approved while a live article is edited', async ({
    smallLibrary,
    openAs,
    folder,
  }) => {
    const id = await arrangeApproved(smallLibrary, { headline })
    const site = join(folder, 'site')
    await galleyJson(['export', smallLibrary, site, '--as', people.production])
    const file = join(site, 'news/the-ferry-is-back/index.html')
    const live = await readFile(file, 'utf8')

    const { page } = await openAs(smallLibrary, people.editor)
    const signIn = new SignInPage(page)
    const draft = await new DeskPage(page).open(headline)
    await draft.body.type(' Tickets are sold on board.')
    await draft.keep()
    await expect(draft.state('Reopened')).toBeVisible()

    await signIn.changeTo(people.production)
    const publish = new PublishPage(page)
    await publish.open()
    await expect(publish.leftOut).toContainText(/Changed since the approval: body/i)
    await publish.startExport(site)
    await expect(publish.receipt).toContainText('nothing had changed')
    expect(await readFile(file, 'utf8')).toBe(live)

    await signIn.changeTo(people.chief)
    const review = new ReviewPage(page)
    await review.openById(id)
    await review.startReview()
    await review.approve()
    expect(await readFile(file, 'utf8')).toBe(live)

    await signIn.changeTo(people.production)
    await publish.exportTo(site)
    expect(await readFile(file, 'utf8')).toContain('Tickets are sold on board.')
  })
})
