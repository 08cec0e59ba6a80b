import type { Page } from '@playwright/test'
import { expect, people, test } from '../fixtures'
import { DeskPage } from '../pages/desk-page'
import type { DraftPage } from '../pages/draft-page'
import { UnsavedText } from '../pages/unsaved-text'

/** Typing reaches the draft within a second; it is kept only after three. */
const drafted = 1200

/** Keeps an article and types on; what was typed last is in the draft and not kept. */
async function typeOn(page: Page): Promise<DraftPage> {
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Rain')
  await draft.body.type('It rained.')
  await draft.keep()
  await draft.standfirst.fill('A wet week')
  await draft.body.type(' Then it stopped.')
  await page.waitForTimeout(drafted)
  await expect(draft.status).toHaveText('Saving')
  return draft
}

test('offers what was typed before a kill, compared with what is kept; both answers can be undone', async ({
  smallLibrary,
  openAs,
}) => {
  const killed = await openAs(smallLibrary, people.editor)
  await typeOn(killed.page)
  await killed.kill()

  const { page } = await openAs(smallLibrary, people.editor)
  const unsaved = new UnsavedText(page)
  const draft = await unsaved.open('Rain')
  await expect(unsaved.offer).toContainText('Then it stopped.')
  await expect(unsaved.offer).toContainText('A wet week')

  await unsaved.restore()
  await expect(draft.body.box).toHaveText('It rained. Then it stopped.')
  await expect(draft.standfirst).toHaveValue('A wet week')
  await unsaved.undo()
  await expect(unsaved.offer).toContainText('Then it stopped.')

  await unsaved.discard()
  await expect(draft.body.box).toHaveText('It rained.')
  await unsaved.undo()
  await expect(unsaved.offer).toContainText('Then it stopped.')

  await unsaved.restore()
  await draft.keep()
  await page.reload()
  await expect(draft.body.box).toHaveText('It rained. Then it stopped.')
  await expect(unsaved.notice).toBeHidden()
})

test('keeps what is typed in the window while the desk is gone, and says so', async ({
  smallLibrary,
  openAs,
}) => {
  test.skip(process.env.GALLEY_HOST === 'electron', 'An Electron window goes with its host.')
  const desk = await openAs(smallLibrary, people.editor)
  const draft = await typeOn(desk.page)
  await desk.kill()
  await draft.body.type(' It poured.')
  await expect(draft.status).toHaveText('Not saved')
  const reason = desk.page.getByRole('main').getByRole('alert')
  await expect(reason).toContainText('The desk does not answer: Galley has stopped.')
  await expect(reason).toContainText('what you typed since is still in this window')
  await expect(desk.page.getByText('The desk has stopped.')).toBeVisible()
  await expect(draft.body.box).toHaveText('It rained. Then it stopped. It poured.')
  await draft.body.type(' And poured.')
  await expect(draft.body.box).toHaveText('It rained. Then it stopped. It poured. And poured.')
})

test('loses nothing when it is stopped', async ({ smallLibrary, openAs }) => {
  const stopped = await openAs(smallLibrary, people.editor)
  await typeOn(stopped.page)
  await stopped.kill('SIGTERM')
  const { page } = await openAs(smallLibrary, people.editor)
  const unsaved = new UnsavedText(page)
  await unsaved.open('Rain')
  await expect(unsaved.offer).toContainText('Then it stopped.')
})
