import { arrangeDraft } from './arranged-articles'
import { galleyJson } from './command-line'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { goTo } from './pages/navigation'
import { SignInPage } from './pages/sign-in-page'
import { UnsavedText } from './pages/unsaved-text'
import { VersionsView } from './pages/versions-view'

/** A ferry article of four revisions: imported, given an author, and twice changed by the chief. */
async function arrangeFerry(library: string): Promise<string> {
  const id = await arrangeDraft(library, { headline: 'The ferry' })
  for (const field of ['headline=The noon ferry', 'standfirst=Back by four'])
    await galleyJson(['set', library, id, field, '--as', people.chief])
  return id
}

test('compares any two versions and restores one as a new revision, which can be undone', async ({
  smallLibrary,
  openAs,
}) => {
  await arrangeFerry(smallLibrary)
  const { page } = await openAs(smallLibrary, people.editor)
  const draft = await new DeskPage(page).open('The noon ferry')
  await draft.body.type('Twice on Sundays. ')
  await draft.keep()
  const versions = new VersionsView(page)
  await versions.open()
  await expect(versions.revision(4)).toContainText(people.chief)
  await expect(versions.revision(1)).toContainText('imported it')

  await versions.look(3)
  await expect(versions.direction).toHaveAccessibleName('From revision 2 to revision 3')
  await expect(versions.change('Headline').locator('ins')).toContainText('noon ')
  await versions.compareWith('What is on screen')
  await expect(versions.change(/^Paragraph/)).toContainText('Twice on Sundays.')
  await page.keyboard.press('Alt+F5')
  await expect(versions.change('Standfirst')).toBeFocused()
  await page.keyboard.press('Alt+Shift+F5')
  await expect(versions.change(/^Paragraph/)).toBeFocused()

  await versions.lookInstead(1)
  await versions.compareOthersWithThis()
  await versions.lookInstead(4)
  await expect(versions.direction).toHaveAccessibleName('From revision 1 to revision 4')
  await expect(versions.change('Author')).toContainText('Noor Haddad')

  await versions.lookInstead(2)
  await versions.restore()
  await expect(draft.headline).toHaveValue('The ferry')
  await expect(draft.body.box).not.toContainText('Sundays')
  await expect(versions.revision(6)).toContainText(`${people.editor} restored revision 2 of it`)
  await new UnsavedText(page).undo()
  await expect(draft.headline).toHaveValue('The noon ferry')
  await draft.keep()
  await expect(versions.revision(7)).toBeVisible()
})

test('tells what others kept since one last read an article, at the desk and in review', async ({
  smallLibrary,
  openAs,
}) => {
  const id = await arrangeFerry(smallLibrary)
  const desk = await openAs(smallLibrary, people.chief)
  const read = desk.page.waitForResponse(
    (reply) => reply.request().postData()?.includes('article.read') === true,
  )
  await new DeskPage(desk.page).open('The noon ferry')
  await read
  await goTo(desk.page, 'Desk')

  const other = await desk.anotherWindow()
  await new SignInPage(other).signIn(people.editor)
  const theirs = await new DeskPage(other).open('The noon ferry')
  await expect(other.getByRole('note')).toBeHidden()
  await theirs.standfirst.fill('Back by five')
  await theirs.keep()

  await desk.page.evaluate((to) => (location.hash = `#/article/${to}`), id)
  const line = desk.page.getByRole('note').filter({ hasText: 'since you read it' })
  await expect(line).toContainText(`1 revision since you read it (${people.editor})`)
  await line.getByRole('button', { name: 'Show changes' }).click()
  const changes = desk.page.getByRole('dialog', { name: 'Changed since you read it' })
  await expect(changes.locator('ins')).toContainText('five')
  await desk.page.keyboard.press('Escape')
  await line.getByRole('button', { name: 'Dismiss' }).click()
  await expect(line).toBeHidden()
})
