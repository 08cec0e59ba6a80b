import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import type { DraftPage } from './pages/draft-page'
import { EditLockNote } from './pages/edit-lock-note'
import { goTo } from './pages/navigation'
import { SignInPage } from './pages/sign-in-page'
import { VersionsView } from './pages/versions-view'

interface AtWork {
  page: Page
  draft: DraftPage
  lock: EditLockNote
}

const at = (page: Page, draft: DraftPage): AtWork => ({ page, draft, lock: new EditLockNote(page) })

/** The editor writes and keeps an article at the first window. */
async function writing(page: Page): Promise<AtWork> {
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Rain')
  await draft.body.type('It rained.')
  await draft.keep()
  return at(page, draft)
}

/** Somebody opens the same article at a window of their own. */
async function joining(page: Page, person: string): Promise<AtWork> {
  await new SignInPage(page).signIn(person)
  return at(page, await new DeskPage(page).open('Rain'))
}

const readOnly = (draft: DraftPage) => expect(draft.body.box).toHaveAttribute('aria-readonly', 'true')

test('lets one window edit; others read along until it is free, then take it with one click', async ({
  smallLibrary,
  openAs,
}) => {
  const desk = await openAs(smallLibrary, people.editor)
  const editor = await writing(desk.page)
  await expect(editor.lock.note).toBeEmpty()
  const reader = await joining(await desk.anotherWindow(), people.chief)
  await expect(reader.lock.note).toContainText(`${people.editor} has been editing this article since`)
  await readOnly(reader.draft)
  await expect(reader.draft.headline).toHaveAttribute('readonly')

  await editor.draft.body.type(' Then it stopped.')
  await editor.draft.keep()
  await expect(reader.draft.body.box).toHaveText('It rained. Then it stopped.')

  await goTo(editor.page, 'Desk')
  await expect(reader.lock.note).toContainText('Nobody is editing this article now.')
  await reader.lock.editNow.click()
  await reader.draft.body.type(' And began again.')
  await reader.draft.keep()

  // Now it is the other way round.
  const back = await new DeskPage(editor.page).open('Rain')
  await readOnly(back)
  await expect(editor.lock.note).toContainText(`${people.chief} has been editing`)
  await expect(editor.lock.takeOver).toBeHidden()
})

test('is taken over by a desk chief without losing a key of what was typed', async ({
  smallLibrary,
  openAs,
}) => {
  const desk = await openAs(smallLibrary, people.editor)
  const editor = await writing(desk.page)
  const chief = await joining(await desk.anotherWindow(), people.chief)
  await editor.draft.body.type(' Not even in a draft yet')
  await chief.lock.takeOver.click()

  await expect(chief.lock.note).toContainText(`You took over from ${people.editor}.`)
  await expect(chief.lock.note).toContainText('kept as revision 3')
  await expect(chief.draft.body.box).toHaveText('It rained. Not even in a draft yet')
  await chief.draft.body.type(', said the chief.')
  await chief.draft.keep()

  await expect(editor.lock.note).toContainText(`${people.chief} took over at`)
  await expect(editor.lock.note).toContainText('Your text is safe: it is kept as revision 3.')
  await readOnly(editor.draft)
  await expect(editor.draft.body.box).toHaveText('It rained. Not even in a draft yet, said the chief.')
  const versions = new VersionsView(editor.page)
  await versions.open()
  await expect(versions.revision(3)).toContainText(people.editor)
  await expect(versions.revision(4)).toContainText(people.chief)
})

test('moves between two windows of one person, and is free when a window closes', async ({
  smallLibrary,
  openAs,
}) => {
  const desk = await openAs(smallLibrary, people.editor)
  const first = await writing(desk.page)
  const second = await joining(await desk.anotherWindow(), people.editor)
  await expect(second.lock.note).toContainText('You have been editing this article at another window')
  await second.lock.takeOver.click()
  await expect(first.lock.note).toContainText('You took over at another window')
  await second.draft.body.type(' Then it stopped.')
  await second.draft.keep()
  await second.page.close()
  await first.lock.editNow.click()
  await expect(first.draft.body.box).toHaveText('It rained. Then it stopped.')
  await first.draft.body.type(' Over.')
  await first.draft.keep()
})
