import type { Page } from '@playwright/test'
import { expect, people, test } from '../fixtures'
import { DeskPage } from '../pages/desk-page'
import type { DraftPage } from '../pages/draft-page'
import { SignInPage } from '../pages/sign-in-page'

interface TwoWriters {
  editor: { page: Page; draft: DraftPage }
  chief: { page: Page; draft: DraftPage }
}

/** Two people write on one revision of an article; the editor keeps, then the chief tries to. */
async function keepBoth(page: Page, anotherWindow: () => Promise<Page>): Promise<TwoWriters> {
  const editor = { page, draft: await new DeskPage(page).startArticle() }
  await editor.draft.writeHeadline('Rain')
  await editor.draft.body.type('It rained')
  await editor.draft.keep()

  const other = await anotherWindow()
  await new SignInPage(other).signIn(people.chief)
  const chief = { page: other, draft: await new DeskPage(other).open('Rain') }
  await chief.draft.body.selectAll()
  await editor.draft.body.selectAll()
  // At one stroke, so that neither is kept by itself before the other was typed.
  await chief.page.keyboard.insertText('It snowed')
  await editor.page.keyboard.insertText('It hailed')
  await editor.draft.keep()
  await chief.page.keyboard.press('ControlOrMeta+S')
  return { editor, chief }
}

const conflictIn = (page: Page) => page.getByRole('alert').filter({ hasText: 'Somebody else kept' })

test('refuses a stale save with both revisions; mine can be kept on top', async ({
  smallLibrary,
  openAs,
}) => {
  const desk = await openAs(smallLibrary, people.editor)
  const { editor, chief } = await keepBoth(desk.page, () => desk.anotherWindow())
  const conflict = conflictIn(chief.page)
  await expect(conflict).toContainText('Somebody else kept revision 3 while you were working on revision 2.')
  await expect(chief.draft.body.box).toHaveText('It snowed')

  await conflict.getByRole('button', { name: 'Compare the two' }).click()
  const comparison = chief.page.getByRole('dialog', { name: 'From theirs to yours' })
  await expect(comparison.locator('del')).toContainText('hailed')
  await expect(comparison.locator('ins')).toContainText('snowed')
  await comparison.getByRole('button', { name: 'Keep mine on top' }).click()
  await expect(chief.draft.status).toHaveText('Saved')
  await expect(conflict).toBeHidden()

  // The other window, which has nothing unsaved, follows; and the text below stays a version.
  await expect(editor.draft.body.box).toHaveText('It snowed')
  await chief.page.getByRole('button', { name: 'Versions' }).click()
  for (const revision of [4, 3, 2])
    await expect(chief.page.getByRole('button', { name: `View revision ${revision}` })).toBeVisible()
})

test('takes theirs, and mine comes back by undo', async ({ smallLibrary, openAs }) => {
  const desk = await openAs(smallLibrary, people.editor)
  const { chief } = await keepBoth(desk.page, () => desk.anotherWindow())
  await conflictIn(chief.page).getByRole('button', { name: 'Take theirs' }).click()
  await expect(chief.draft.body.box).toHaveText('It hailed')
  await expect(chief.draft.status).toHaveText('Saved')
  await chief.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(chief.draft.body.box).toHaveText('It snowed')
  await chief.draft.keep()
  await chief.page.reload()
  await expect(chief.draft.body.box).toHaveText('It snowed')
})
