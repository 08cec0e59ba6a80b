import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { passphrase } from './command-line'
import { expect, people, test } from './fixtures'
import { DraftPage } from './pages/draft-page'
import { Keyboard } from './pages/keyboard'
import { ReviewPage } from './pages/review-page'
import { plainPicture } from './pictures'

/** Nothing in this file clicks or fills: every step is a key. */

const headline = 'Ferry returns to its old pier'
const mainLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })

async function writeArticle(page: Page, keys: Keyboard): Promise<void> {
  const draft = new DraftPage(page)
  await keys.press('n')
  await keys.write(draft.headline, headline)
  await keys.write(draft.standfirst, 'After nine years the boats are back.')
  await keys.press('Enter')
  await expect(draft.body.box).toBeFocused()
  await keys.type('The first boat left ')
  await keys.press('ControlOrMeta+B')
  await keys.type('on time')
  await keys.press('ControlOrMeta+B')
  await keys.type('.')
  await keys.press('Enter')
  await keys.press('ControlOrMeta+Alt+2')
  await keys.type('A pier rebuilt')
  await keys.press('Enter')
  await keys.type('Its planks are new, its posts are not.')
  await expect(draft.preview.body.getByRole('heading', { name: 'A pier rebuilt' })).toBeVisible()
  await expect(draft.preview.body.getByText('on time')).toHaveCSS('font-weight', '700')
}

async function describeArticle(page: Page, keys: Keyboard): Promise<void> {
  const draft = new DraftPage(page)
  const combobox = (name: string) => page.getByRole('combobox', { name, exact: true })
  await keys.choose(combobox('Author'), 'Nell Ashby')
  await expect(draft.preview.byline).toContainText('By Nell Ashby')
  await keys.choose(combobox('Category'), 'Business')
  await expect(combobox('Category')).toHaveValue('Business')
  await keys.choose(combobox('Tags'), 'harbour')
  await keys.choose(combobox('Tags'), 'ferries')
  await expect(page.getByRole('button', { name: /^Remove (harbour|ferries)/ })).toHaveCount(2)

  await keys.pressAt(draft.thumbnail.group.getByRole('button', { name: 'Thumbnail' }))
  const asked = page.waitForEvent('filechooser')
  await keys.pressAt(page.getByRole('dialog').getByRole('button', { name: 'From this computer…' }))
  const file = { name: 'pier.png', mimeType: 'image/png', buffer: await plainPicture('#336699') }
  await (await asked).setFiles(file)
  await keys.write(draft.thumbnail.group.getByLabel('Alt text'), 'A blue ferry at a pier')
  await keys.write(draft.readTime, '5')
  await keys.press('Tab')
  await expect(draft.preview.byline).toContainText('5 Mins Read')
}

async function openWaiting(page: Page, keys: Keyboard): Promise<ReviewPage> {
  const review = new ReviewPage(page)
  await keys.pressAt(mainLink(page, 'Review'))
  await keys.pressAt(review.waiting.getByRole('button').first())
  await expect(review.article(headline)).toBeVisible()
  return review
}

test('the whole story without a mouse', async ({ open, smallLibrary, folder }) => {
  test.setTimeout(240_000)
  const { page } = await open(smallLibrary)
  const keys = new Keyboard(page)
  const draft = new DraftPage(page)

  await test.step('an editor writes and submits', async () => {
    await keys.signIn(people.editor, passphrase)
    await writeArticle(page, keys)
    await describeArticle(page, keys)
    await keys.press('ControlOrMeta+Enter')
    await expect(draft.state('Submitted')).toBeVisible()
    await keys.signOut()
  })

  await test.step('a chief asks for changes', async () => {
    await keys.signIn(people.chief, passphrase)
    const review = await openWaiting(page, keys)
    await keys.pressAt(review.button('Start review'))
    await expect(review.state('In review')).toBeVisible()
    await keys.pressAt(review.button('Request changes'))
    await expect(review.noteDialog('Request changes').getByRole('textbox')).toBeFocused()
    await keys.type('Who rebuilt the pier?')
    await keys.press('ControlOrMeta+Enter')
    await expect(review.state('Changes requested')).toBeVisible()
    await keys.signOut()
  })

  await test.step('the editor finds it and answers', async () => {
    await keys.signIn(people.editor, passphrase)
    await keys.pressAt(mainLink(page, 'Desk'))
    await keys.press('/')
    await keys.type('pier')
    await expect(page.getByRole('row').filter({ hasText: headline })).toBeVisible()
    await keys.press('ArrowDown')
    await expect(page.getByRole('link', { name: headline })).toBeFocused()
    await keys.press('Enter')
    await expect(draft.requestedChanges).toContainText('Who rebuilt the pier?')
    await keys.goTo(draft.body.box)
    await keys.press('ControlOrMeta+End')
    await keys.type(' The town did.')
    await keys.press('ControlOrMeta+S')
    await expect(draft.status).toHaveText('Saved')
    await keys.press('ControlOrMeta+Enter')
    await expect(draft.state('Submitted')).toBeVisible()
    await keys.signOut()
  })

  await test.step('the chief approves', async () => {
    await keys.signIn(people.chief, passphrase)
    const review = await openWaiting(page, keys)
    await keys.pressAt(review.button('Start review'))
    await expect(review.state('In review')).toBeVisible()
    await keys.pressAt(review.button('Approve'))
    await expect(review.state('Approved')).toBeVisible()
    await keys.signOut()
  })

  await test.step('production exports', async () => {
    await keys.signIn(people.production, passphrase)
    await keys.pressAt(mainLink(page, 'Publish'))
    const site = join(folder, 'site')
    await keys.write(page.getByRole('textbox', { name: 'Folder' }), site)
    await keys.pressAt(page.getByRole('button', { name: 'Export site' }))
    await expect(page.getByRole('region', { name: 'Last export' })).toContainText(site, { timeout: 60_000 })
    const exported = await readFile(join(site, 'business/ferry-returns-to-its-old-pier/index.html'), 'utf8')
    expect(exported).toContain('The town did.')
  })
})

test('Tab goes through every view and comes out again', async ({ openAs, smallLibrary }) => {
  test.setTimeout(120_000)
  const { page } = await openAs(smallLibrary, people.admin)
  const keys = new Keyboard(page)
  for (const place of ['Desk', 'Review', 'Publish', 'Media', 'People', 'Settings']) {
    const link = mainLink(page, place)
    await keys.pressAt(link)
    await expect(link).toHaveAttribute('aria-current', 'page')
    const last = page.getByRole('button', { name: 'Sign out' })
    // Backwards from the end of the rail and forwards from its start, the way ends where it began.
    await keys.goTo(last)
    await keys.press('Tab')
    await keys.goTo(last)
  }
})
