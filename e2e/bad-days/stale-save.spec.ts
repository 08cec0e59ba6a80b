import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, people, test } from '../fixtures'
import type { RunningDesk } from '../open-desk'
import { DeskPage } from '../pages/desk-page'
import type { DraftPage } from '../pages/draft-page'
import { goTo } from '../pages/navigation'
import { SignInPage } from '../pages/sign-in-page'
import { UnsavedText } from '../pages/unsaved-text'

interface TwoWriters {
  editor: { page: Page; desk: DeskPage }
  chief: { page: Page; draft: DraftPage }
}

/**
 * Two people write on one revision of an article. A kill leaves the chief's text in a draft, so that the edit lock
 * cannot keep the two apart; the editor keeps, then the chief comes back and tries to.
 */
async function keepBoth(
  library: string,
  openAs: (library: string, person: string) => Promise<RunningDesk>,
): Promise<TwoWriters> {
  const killed = await openAs(library, people.editor)
  const first = await new DeskPage(killed.page).startArticle()
  await first.writeHeadline('Rain')
  await first.body.type('It rained')
  await first.keep()
  await goTo(killed.page, 'Desk')
  const away = await killed.anotherWindow()
  await new SignInPage(away).signIn(people.chief)
  await (await new DeskPage(away).open('Rain')).body.rewrite('It snowed')
  await expect
    .poll(() => readdir(join(library, 'drafts'), { recursive: true }))
    .toContainEqual(expect.stringMatching(/[.]json$/))
  // The draft that was found may hold the text half typed: what is there a second later holds it all.
  await away.waitForTimeout(1000)
  await killed.kill()

  const { page, anotherWindow } = await openAs(library, people.editor)
  const desk = new DeskPage(page)
  const draft = await desk.open('Rain')
  await draft.body.rewrite('It hailed')
  await draft.keep()
  await goTo(page, 'Desk')

  const other = await anotherWindow()
  await new SignInPage(other).signIn(people.chief)
  const unsaved = new UnsavedText(other)
  const chief = { page: other, draft: await unsaved.open('Rain') }
  await unsaved.restore()
  await other.keyboard.press('ControlOrMeta+S')
  return { editor: { page, desk }, chief }
}

const conflictIn = (page: Page) => page.getByRole('alert').filter({ hasText: 'Somebody else kept' })

test('refuses a stale save with both revisions; mine can be kept on top', async ({
  smallLibrary,
  openAs,
}) => {
  const { editor, chief } = await keepBoth(smallLibrary, openAs)
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

  // The text below stays a version.
  await expect((await editor.desk.open('Rain')).body.box).toHaveText('It snowed')
  await chief.page.getByRole('button', { name: 'Versions' }).click()
  for (const revision of [4, 3, 2])
    await expect(chief.page.getByRole('button', { name: `View revision ${revision}` })).toBeVisible()
})

test('takes theirs, and mine comes back by undo', async ({ smallLibrary, openAs }) => {
  const { chief } = await keepBoth(smallLibrary, openAs)
  await conflictIn(chief.page).getByRole('button', { name: 'Take theirs' }).click()
  await expect(chief.draft.body.box).toHaveText('It hailed')
  await expect(chief.draft.status).toHaveText('Saved')
  await chief.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(chief.draft.body.box).toHaveText('It snowed')
  await chief.draft.keep()
  await chief.page.reload()
  await expect(chief.draft.body.box).toHaveText('It snowed')
})
