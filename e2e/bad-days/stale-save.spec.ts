import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, people, test } from '../fixtures'
import type { RunningDesk } from '../open-desk'
import { DeskPage } from '../pages/desk-page'
import type { DraftPage } from '../pages/draft-page'
import { MergeView } from '../pages/merge-view'
import { goTo } from '../pages/navigation'
import { SignInPage } from '../pages/sign-in-page'
import { UnsavedText } from '../pages/unsaved-text'
import { VersionsView } from '../pages/versions-view'

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
  await draft.standfirst.fill('A hard week')
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

test('merges a stale save: what goes together by itself, the rest as it is chosen; undone, both are there again', async ({
  smallLibrary,
  openAs,
}) => {
  const { editor, chief } = await keepBoth(smallLibrary, openAs)
  const { page, draft } = chief
  const merge = new MergeView(page)
  await expect(merge.notice).toContainText(
    'Somebody else kept revision 3 while you were working on revision 2.',
  )
  await expect(draft.body.box).toHaveText('It snowed')

  await merge.open()
  await expect(merge.dialog).toContainText(`${people.editor} kept revision 3 while you wrote on revision 2.`)
  await expect(merge.conflict('Paragraph')).toContainText('snowed')
  await expect(merge.conflict('Paragraph')).toContainText('hailed')
  await expect(merge.keepButton).toHaveAttribute('aria-disabled', 'true')
  await merge.choice('Paragraph', 'Mine').focus()
  await page.keyboard.press('Space')
  for (const label of ['Theirs', 'Both'] as const) {
    await page.keyboard.press('ArrowRight', { delay: 50 })
    await expect(merge.choice('Paragraph', label)).toBeChecked()
  }
  await merge.show('Merged by itself')
  await expect(merge.dialog.getByRole('region', { name: `What ${people.editor} changed` })).toContainText(
    'A hard week',
  )
  await merge.show('Result')
  await expect(merge.result.body).toContainText('It snowed It hailed')
  await merge.keepButton.click()

  await expect(merge.notice).toBeHidden()
  await expect(draft.status).toHaveText('Saved')
  await expect(draft.body.box).toHaveText('It snowed It hailed')
  await expect(draft.standfirst).toHaveValue('A hard week')
  await page.getByRole('button', { name: 'Versions', exact: true }).click()
  await expect(new VersionsView(page).revision(4)).toContainText('merged their text with revision 3')
  await expect((await editor.desk.open('Rain')).body.box).toHaveText('It snowed It hailed')

  await new UnsavedText(page).undo()
  await expect(draft.body.box).toHaveText('It snowed')
  await expect(merge.notice).toContainText('kept revision 5')
})

test('keeps one’s text safe while the merge is put off', async ({ smallLibrary, openAs }) => {
  const { chief } = await keepBoth(smallLibrary, openAs)
  const merge = new MergeView(chief.page)
  await merge.open()
  await expect(merge.conflict('Paragraph')).toBeVisible()
  await merge.decideLater()
  await chief.draft.body.type(' And snowed on.')
  await chief.page.keyboard.press('ControlOrMeta+S')
  await expect(chief.draft.status).toHaveText('Saving')
  await chief.page.reload()
  await expect(new UnsavedText(chief.page).offer).toContainText('And snowed on.')
})
