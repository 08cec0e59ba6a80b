import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { galleyJson } from './command-line'
import { expect, people, test } from './fixtures'
import { harbourArticle } from './harbour-article'
import type { RunningDesk } from './open-desk'
import { DeskPage } from './pages/desk-page'
import type { DraftPage } from './pages/draft-page'
import { ExportedPage } from './pages/exported-page'
import { PublishPage } from './pages/publish-page'
import { ReviewPage } from './pages/review-page'
import { SignInPage } from './pages/sign-in-page'
import { readReferenceArticle, withoutReference, type ReferenceArticle } from './reference-article'
import { bylineOf, writeByHand, type Dating } from './written-by-hand'

const note = 'Say under the headline what this is about.'
const answer = 'A standfirst, as the desk asked for.'
const dated: Dating = { typed: '2022-08-30T09:00', printed: '30 August 2022' }

/** Whoever comes next: in a window of their own, or in the same one after the other signed out. */
type Seating = (desk: RunningDesk, person: string) => Promise<Page>

const aWindowEach: Seating = async (desk, person) => {
  const page = await desk.anotherWindow()
  await new SignInPage(page).signIn(person)
  return page
}
const oneWindowForAll: Seating = async ({ page }, person) => {
  await new SignInPage(page).changeTo(person)
  return page
}

for (const [name, piece] of [
  ['our own text', harbourArticle],
  ['the reference page', readReferenceArticle()],
] as const) {
  test.describe(`from first draft to finished page, with ${name}`, () => {
    test.skip(piece === null, withoutReference)
    test.setTimeout(120_000)

    test('undated, a window for each person', async ({ smallLibrary, openAs, folder, browser }) => {
      if (!piece) return
      const desk = await openAs(smallLibrary, people.editor)
      const editor = await writeAndSubmit(desk.page, piece, null)

      const chiefsWindow = await aWindowEach(desk, people.chief)
      await askForChanges(chiefsWindow, piece)
      await answerTheNote(editor)
      await approveTheAnswer(chiefsWindow, piece)
      await expect(editor.state('Approved')).toBeVisible()

      const site = join(folder, 'site')
      const file = await exportSite(await aWindowEach(desk, people.production), piece, site)
      await expectFinished(browser, site, file, piece, null)

      // The editor's page was patched key by key; the chief's was loaded whole. Both are the file.
      const exported = await readFile(file, 'utf8')
      await expect.poll(() => editor.preview.html()).toBe(await editor.preview.asShown(exported))
      expect(await new ReviewPage(chiefsWindow).preview.text()).toBe(exported)
    })

    test('dated, all at the same window', async ({ smallLibrary, openAs, folder, browser }) => {
      if (!piece) return
      const desk = await openAs(smallLibrary, people.editor)
      const { page } = desk
      const id = (await writeAndSubmit(page, piece, dated)).articleId()

      await oneWindowForAll(desk, people.chief)
      await askForChanges(page, piece)
      await oneWindowForAll(desk, people.editor)
      await answerTheNote(await new DeskPage(page).open(piece.headline))
      await oneWindowForAll(desk, people.chief)
      await approveTheAnswer(page, piece)
      await oneWindowForAll(desk, people.production)
      const site = join(folder, 'site')
      const file = await exportSite(page, piece, site)
      await expectFinished(browser, site, file, piece, dated)

      const review = new ReviewPage(page)
      await review.openById(id)
      expect(await review.preview.text()).toBe(await readFile(file, 'utf8'))
    })
  })
}

async function writeAndSubmit(
  page: Page,
  piece: ReferenceArticle,
  dating: Dating | null,
): Promise<DraftPage> {
  const draft = await new DeskPage(page).startArticle()
  await writeByHand(draft, piece, dating)
  await draft.submit()
  return draft
}

async function askForChanges(page: Page, { headline }: ReferenceArticle): Promise<void> {
  const review = new ReviewPage(page)
  await review.open(headline)
  await expect(review.preview.headline).toHaveText(headline)
  await review.startReview()
  await review.requestChanges(note)
}

async function answerTheNote(draft: DraftPage): Promise<void> {
  await expect(draft.requestedChanges).toContainText(people.chief)
  await expect(draft.requestedChanges).toContainText(note)
  await draft.standfirst.fill(answer)
  await expect(draft.preview.page.getByText(answer)).toBeVisible()
  await draft.submit()
}

async function approveTheAnswer(page: Page, { headline }: ReferenceArticle): Promise<void> {
  const review = new ReviewPage(page)
  await review.open(headline)
  await expect(review.preview.page.getByText(answer)).toBeVisible()
  await review.startReview()
  await review.approve()
}

/** Exports, reads the receipt, and gives the article's file. */
async function exportSite(page: Page, { headline }: ReferenceArticle, site: string): Promise<string> {
  const publish = new PublishPage(page)
  await publish.open()
  await expect(publish.ready).toContainText(headline)
  expect(await publish.exportTo(site), 'the stages that the progress bar showed').not.toEqual([])
  await expect(publish.receipt).toContainText(people.production)
  expect(await publish.figure('Articles')).toBe(1)
  await expect(publish.onTheSite).toContainText(headline)

  expect(await galleyJson(['verify-export', site])).toMatchObject({ ok: true, problems: [] })
  const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as {
    articles: { path: string }[]
  }
  return join(site, manifest.articles[0]?.path ?? '')
}

async function expectFinished(
  browser: Browser,
  site: string,
  file: string,
  piece: ReferenceArticle,
  dating: Dating | null,
): Promise<void> {
  expect(file.startsWith(join(site, 'news'))).toBe(true)
  const exported = await ExportedPage.open(browser, file)
  await expect(exported.headline).toHaveText(piece.headline)
  await expect(exported.avatar).toBeVisible()
  await expect(exported.byline).toHaveText(bylineOf(piece, dating))
  await expect(exported.thumbnail.getByRole('img', { name: 'A blue field' })).toBeVisible()
  await expect(exported.thumbnail).toContainText('The view from the quay.')
  await expect(exported.thumbnail).toContainText('Photograph: Galley')
  expect(wordsOf(await exported.body.innerText())).toEqual(
    wordsOf(piece.blocks.map(({ text }) => text).join(' ')),
  )
  for (const { kind, text } of piece.blocks) {
    if (kind === 'subheading') await expect(exported.body.getByRole('heading', { name: text })).toBeVisible()
  }
  await expect(exported.sections.getByRole('link')).toHaveText(piece.categories)
  for (const target of await exported.sectionTargets())
    expect(existsSync(fileURLToPath(target)), target).toBe(true)
  await expect(exported.share.getByRole('link', { name: 'Email' })).toBeVisible()
  expect(await exported.share.getByRole('link').count()).toBeGreaterThanOrEqual(3)
  await exported.expectWhole()
  await exported.close()
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)
