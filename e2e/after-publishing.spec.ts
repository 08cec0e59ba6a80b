import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { arrangeApproved, arrangeDraft } from './arranged-articles'
import { galleyJson } from './command-line'
import { exportFromOutside, siteFile } from './exported-site'
import { expect, people, test } from './fixtures'
import { CorrectionForm } from './pages/correction-form'
import { DeskPage } from './pages/desk-page'
import { ExportedPage } from './pages/exported-page'
import { PublishPage } from './pages/publish-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'

const headline = 'The ferry is back'
const address = 'news/the-ferry-is-back/index.html'

test.describe('after publishing', () => {
  test.setTimeout(120_000)

  test('a correction is told, approved by somebody else, and reaches readers and machines', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    const site = join(folder, 'site')
    const id = await arrangeLive(smallLibrary, site)
    expect(await siteFile(site, 'feed.xml')).not.toContain('<atom:updated>')

    const { page } = await openAs(smallLibrary, people.chief)
    const review = new ReviewPage(page)
    await review.openById(id)
    await review.button('Correct').click()
    const form = new CorrectionForm(page)
    await form.fill({ wrong: 'It sails at noon', right: 'It sails at one', seriousness: 'Serious error' })
    const notice =
      'An earlier version of this article contained a serious error: It sails at noon. Correct is: It sails at one.'
    await expect(form.notice).toContainText(notice)
    await form.send()
    await expect(review.state('Reopened')).toBeVisible()
    await review.startReview()
    await expect(review.refused).toContainText('somebody else has to approve it')

    const signIn = new SignInPage(page)
    await signIn.changeTo(people.admin)
    await review.openById(id)
    await review.approve()
    await signIn.changeTo(people.production)
    await new PublishPage(page).exportTo(site)

    const exported = await ExportedPage.open(browser, join(site, address))
    await expect(exported.correction).toContainText(notice)
    expect(await exported.newsData()).toMatchObject({
      correction: [{ '@type': 'CorrectionComment', text: notice }],
    })
    await exported.close()
    expect(await siteFile(site, 'feed.xml')).toContain('<atom:updated>')
    expect(await galleyJson(['verify-export', site])).toMatchObject({ ok: true })
  })

  test('a withdrawn article leaves a notice at its address and nothing anywhere else', async ({
    smallLibrary,
    openAs,
    folder,
    browser,
  }) => {
    const site = join(folder, 'site')
    const id = await arrangeLive(smallLibrary, site)
    const lists = ['index.html', 'news/index.html', 'feed.xml', 'sitemap.xml', 'search/index.json']
    const ninjs = join(site, 'ninjs', `${id}.json`)
    for (const list of lists) expect(await siteFile(site, list), list).toContain('the-ferry-is-back')
    expect(existsSync(ninjs)).toBe(true)

    const { page } = await openAs(smallLibrary, people.chief)
    const review = new ReviewPage(page)
    await review.openById(id)
    await review.moveWithNote('Withdraw', 'The ferry never left.')
    await expect(review.state('Withdrawn')).toBeVisible()
    await new SignInPage(page).changeTo(people.production)
    const publish = new PublishPage(page)
    await publish.open()
    await expect(publish.toWithdraw).toContainText('The ferry never left.')
    await publish.exportTo(site)
    await expect(publish.toWithdraw).toBeHidden()

    const tombstone = await ExportedPage.open(browser, join(site, address))
    await expect(tombstone.headline).toHaveText(headline)
    await expect(tombstone.article).toContainText('This article was withdrawn')
    await expect(tombstone.article).toContainText('The ferry never left.')
    await expect(tombstone.article).not.toContainText('sails at noon')
    await tombstone.close()
    for (const list of lists) {
      const text = await siteFile(site, list)
      expect(text, list).not.toBe('')
      expect(text, list).not.toContain('the-ferry-is-back')
    }
    expect(existsSync(ninjs)).toBe(false)
    expect(await galleyJson(['verify-export', site])).toMatchObject({ ok: true })
  })

  test('an embargo on the night the clocks go forward ends at its moment', async ({
    smallLibrary,
    openAs,
    folder,
  }) => {
    // The next year whose last Sunday of March is the 29th: at 01:00 the clocks show 02:00.
    const night = '2037-03-29'
    const until = 'It is under embargo until 29 March 2037, 03:30 (Europe/London).'
    await galleyJson(['site', smallLibrary, 'timeZone=Europe/London', '--as', people.admin])
    const id = await arrangeDraft(smallLibrary, { headline })
    const desk = await openAs(smallLibrary, people.editor)
    const { page } = desk
    const draft = await new DeskPage(page).open(headline)
    await draft.embargoUntil(`${night}T01:30`)
    await expect(draft.embargo).toHaveAccessibleDescription(
      /01:30 does not exist on that day: the clocks go forward past it\. 02:30 is taken\./,
    )
    await expect(draft.embargo).toHaveValue(`${night}T02:30`)
    await draft.embargoUntil(`${night}T03:30`)
    await expect(draft.embargo).not.toHaveAccessibleDescription(/does not exist/)
    await draft.submit()
    await approveAs(people.chief, page, id)

    await new SignInPage(page).changeTo(people.production)
    const publish = new PublishPage(page)
    const site = join(folder, 'site')
    await publish.exportTo(site)
    await expect(publish.leftOut).toContainText(until)
    expect(await publish.figure('Articles')).toBe(0)
    await desk.close()

    const held = { articles: 0, refused: [{ id, reason: until }] }
    expect(await exportFromOutside(smallLibrary, site)).toMatchObject(held)
    expect(await exportFromOutside(smallLibrary, site, `${night}T02:29:00Z`)).toMatchObject(held)
    expect(await siteFile(site, address)).toBe('')
    expect(await exportFromOutside(smallLibrary, site, `${night}T02:30:00Z`)).toMatchObject({
      articles: 1,
      refused: [],
    })
    expect(await siteFile(site, address)).toContain(headline)
  })
})

/** An article that readers have, on a site with an address, so that it has feeds. Gives its id. */
async function arrangeLive(library: string, site: string): Promise<string> {
  await galleyJson(['site', library, 'url=https://example.org/', '--as', people.admin])
  const id = await arrangeApproved(library, { headline, publishTime: '2022-08-30T09:00' })
  await exportFromOutside(library, site)
  return id
}

async function approveAs(person: string, page: Page, id: string): Promise<void> {
  await new SignInPage(page).changeTo(person)
  const review = new ReviewPage(page)
  await review.openById(id)
  await review.startReview()
  await review.approve()
}
