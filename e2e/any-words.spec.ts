import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, people, test } from './fixtures'
import { root } from './host-process'
import { DeskPage } from './pages/desk-page'
import { DraftPage } from './pages/draft-page'
import { plainPicture } from './pictures'

const corpus = join(root, '../shared/corpus/strings/blns.json')
const strings = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as string[]) : []

const inGroups = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

/** Many strings in each article: one a paragraph, all of them in a line, and some of them in each tag. */
const articles = inGroups(
  strings.filter((text) => text.trim() !== ''),
  130,
).map((words) => ({
  words,
  line: words.join(' ¶ ').trim(),
  tags: inGroups(words, 10).map((some) => some.join(' ¶ ').trim()),
}))

/** The preview's frame runs no script, not even the one that lets a page be copied and shared; the console says so. */
const isKeptOut = (told: string): boolean => /^Blocked script execution in '[^']*\/site\//.test(told)

/** What went wrong in a window: errors of its scripts, words on its console, and boxes that a text made it open. */
function troublesIn(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isKeptOut(message.text())) troubles.push(message.text())
  })
  page.on('dialog', (dialog) => {
    troubles.push(`a box says ${dialog.message()}`)
    void dialog.dismiss()
  })
  return troubles
}

/** What stands in the fields that are chips. */
const chips = (page: Page, field: 'Author' | 'Tags'): Promise<string[]> =>
  page
    .locator('.field')
    .filter({ has: page.getByRole('combobox', { name: field, exact: true }) })
    .getByRole('button', { name: /^Remove / })
    .evaluateAll((buttons) => buttons.map((button) => (button.getAttribute('aria-label') ?? '').slice(7)))

// The scripts of a trace are kept out of the preview's frame, and the console says so.
test.use({ trace: 'off' })

test('any words are kept in every field, and looked for, as they were put in', async ({
  smallLibrary,
  openAs,
}) => {
  test.skip(strings.length === 0, 'the corpus of strings is not beside the project')
  test.slow()
  const first = await openAs(smallLibrary, people.editor)
  const { page } = first
  const troubles = troublesIn(page)
  const picture = await plainPicture('#557')
  const ids: string[] = []
  for (const { words, line, tags } of articles) {
    const draft = await new DeskPage(page).startArticle()
    await draft.headline.fill(line)
    await draft.body.paste({ html: '', plain: words.join('\n') })
    await draft.thumbnail.drop('plain.png', picture)
    await draft.thumbnail.describe({ alt: line, caption: line })
    const author = page.getByRole('combobox', { name: 'Author', exact: true })
    await author.fill(line)
    await page.keyboard.press('Enter')
    await expect(author).toHaveValue('')
    await page.getByRole('combobox', { name: 'Tags' }).focus()
    for (const tag of tags) {
      await page.keyboard.insertText(tag)
      await page.keyboard.press('Comma')
    }
    await draft.keep()
    ids.push(draft.articleId())
  }
  await first.close()

  const { page: again } = await openAs(smallLibrary, people.editor)
  const troublesAgain = troublesIn(again)
  for (const [place, { words, line, tags }] of articles.entries()) {
    await again
      .getByRole('main')
      .locator(`a[href$="${ids[place] ?? ''}"]`)
      .press('Enter')
    const draft = new DraftPage(again)
    // A headline stands on one line, whatever breaks it.
    await expect(draft.headline).toHaveValue(line.replace(/\s*[\u2028\u2029]+\s*/g, ' '))
    expect(await draft.body.lines()).toEqual(words)
    // The page's own, and none that came with the words.
    await expect(draft.preview.page.locator('script:not([type])')).toHaveCount(1)
    await expect(draft.thumbnail.group.getByLabel('Caption')).toHaveValue(line)
    expect(await chips(again, 'Author')).toEqual([line])
    expect(await chips(again, 'Tags')).toEqual(tags)
    await again.goBack()
  }

  const search = again.getByRole('searchbox', { name: 'Search articles' })
  for (const [place, { words }] of articles.entries()) {
    // Each is looked for; a few are waited for.
    for (const text of words) await search.fill(text)
    await expect(again.getByRole('main').locator(`a[href$="${ids[place] ?? ''}"]`)).toBeVisible()
  }
  expect([...troubles, ...troublesAgain]).toEqual([])
})
