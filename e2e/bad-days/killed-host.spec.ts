import type { Page } from '@playwright/test'
import type { Galley } from '../../src/shared/contract'
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

/** Types letters at a person's speed for so many milliseconds; gives them, and when each was in the window. */
async function typeFor(page: Page, milliseconds: number): Promise<{ text: string; at: number[] }> {
  const at: number[] = []
  let text = ''
  for (const start = Date.now(); Date.now() - start < milliseconds;) {
    const letter = String.fromCharCode(97 + (at.length % 26))
    await page.keyboard.down(letter)
    at.push(Date.now())
    text += letter
    await page.waitForTimeout(40)
    await page.keyboard.up(letter)
  }
  return { text, at }
}

/** The body's text of an article as its person would have it back: unsaved, or as it is kept. */
function textOf(page: Page, id: string): Promise<string> {
  return page.evaluate(async (article) => {
    const { galley } = window as unknown as { galley: Galley }
    const reply = await galley.request('article.open', { id: article })
    if (!reply.ok) throw new Error(reply.error.code)
    const [first] = (reply.value.draft ?? reply.value.article).content.body.content
    return first?.type === 'paragraph'
      ? (first.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')
      : ''
  }, id)
}

test('loses at most the last second of what is typed, whenever it is killed', async ({
  smallLibrary,
  openAs,
}) => {
  test.setTimeout(120_000)
  let desk = await openAs(smallLibrary, people.editor)
  for (let kill = 0; kill < 3; kill += 1) {
    const draft = await new DeskPage(desk.page).startArticle()
    const id = draft.articleId()
    await draft.body.box.focus()
    const { text, at } = await typeFor(desk.page, 500 + Math.random() * 3000)
    const killedAt = Date.now()
    await desk.kill()

    desk = await openAs(smallLibrary, people.editor)
    const found = await textOf(desk.page, id)
    expect(text.startsWith(found)).toBe(true)
    expect(killedAt - (at[found.length] ?? killedAt)).toBeLessThanOrEqual(1000)
  }
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
