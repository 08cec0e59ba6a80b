import { expect, type Page } from '@playwright/test'
import { goTo } from './pages/navigation'

/** Something a person can come to see in the window, and how they get there from anywhere in the desk. */
export interface View {
  name: string
  show: (page: Page) => Promise<void>
  /** Closes what it opened above the desk. */
  leave?: (page: Page) => Promise<void>
}

/** The articles that stand for all others, by their ids. */
export interface ViewedArticles {
  /** One that may be edited, with a long body and a thumbnail. */
  drafted: string
  /** One in review. */
  inReview: string
}

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function goToAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
}

async function showDraft(page: Page, id: string): Promise<void> {
  await goToAddress(page, `#/article/${id}`)
  await expect(page.getByRole('textbox', { name: 'Body' })).toBeVisible()
}

/** Below 1,200 px the preview and the fields stand in a drawer. */
async function showDetails(page: Page): Promise<void> {
  const opener = page.getByRole('button', { name: 'Page and details' })
  if (await opener.isVisible()) await opener.click()
}

async function showReview(page: Page, id: string): Promise<void> {
  await goToAddress(page, `#/review/${id}`)
  await expect(page.getByRole('main').getByRole('article')).toBeVisible()
}

async function openDialog(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function readyPage(page: Page): Promise<void> {
  const frame = page.locator('iframe[title="Published page"]').contentFrame()
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The drafting view and what opens in it. */
export function draftingViews({ drafted }: ViewedArticles): View[] {
  return [
    { name: 'draft', show: (page) => showDraft(page, drafted) },
    {
      name: 'draft-fields',
      async show(page) {
        await showDraft(page, drafted)
        await showDetails(page)
        await page.getByRole('tab', { name: 'Fields' }).click()
        await readyPage(page)
      },
    },
    {
      name: 'draft-checks',
      async show(page) {
        await showDraft(page, drafted)
        await showDetails(page)
        const checks = page.getByRole('tab', { name: /^Checks/ })
        await checks.click()
        await expect(checks).toHaveAttribute('aria-selected', 'true')
      },
    },
    {
      name: 'draft-versions',
      async show(page) {
        await showDraft(page, drafted)
        await showDetails(page)
        await page.getByRole('tab', { name: 'Versions' }).click()
        await expect(page.getByRole('tabpanel', { name: 'Versions' })).toBeVisible()
      },
    },
    {
      name: 'draft-comparison',
      async show(page) {
        await showDraft(page, drafted)
        await page.getByRole('textbox', { name: 'Body' }).press('ControlOrMeta+End')
        await page.keyboard.type(' And so it ended.')
        await page.keyboard.press('ControlOrMeta+S')
        await showDetails(page)
        await page.getByRole('tab', { name: 'Versions' }).click()
        await page.getByRole('option', { name: /^Revision 2\b/ }).click()
        await expect(page.getByRole('dialog', { name: 'Versions' }).locator('ins').first()).toBeVisible()
      },
      leave: closeDialog,
    },
    {
      name: 'draft-link',
      async show(page) {
        await showDraft(page, drafted)
        await page.getByRole('textbox', { name: 'Body' }).press('ControlOrMeta+Shift+K')
        await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible()
      },
      leave: closeDialog,
    },
    {
      name: 'draft-moves',
      async show(page) {
        await showDraft(page, drafted)
        await page.getByRole('button', { name: 'More moves' }).click()
        await expect(page.getByRole('menu')).toBeVisible()
      },
      async leave(page) {
        await page.keyboard.press('Escape')
      },
    },
  ]
}

/** What chiefs and production see. */
export function reviewingViews({ inReview }: ViewedArticles): View[] {
  return [
    {
      name: 'review',
      async show(page) {
        await goTo(page, 'Review')
        await expect(page.getByRole('list', { name: 'Waiting for review' })).toBeVisible()
      },
    },
    {
      name: 'review-filters',
      async show(page) {
        await goTo(page, 'Review')
        await page.getByRole('button', { name: 'Filters', exact: true }).click()
        await page.getByRole('list', { name: 'Waiting for review' }).getByRole('checkbox').first().check()
      },
    },
    {
      name: 'review-article',
      async show(page) {
        await showReview(page, inReview)
        // The window remembers how one reads.
        await page.getByRole('tab', { name: 'Page', exact: true }).click()
        await readyPage(page)
      },
    },
    {
      name: 'review-changes',
      async show(page) {
        await showReview(page, inReview)
        await page.getByRole('tab', { name: 'Text' }).click()
      },
    },
    {
      name: 'review-note',
      async show(page) {
        await showReview(page, inReview)
        await openDialog(page, 'Request changes')
      },
      leave: closeDialog,
    },
    {
      name: 'publish',
      async show(page) {
        await goTo(page, 'Publish')
        await expect(page.getByRole('list', { name: 'Ready to export' })).toBeVisible()
      },
    },
    {
      name: 'front-page',
      async show(page) {
        await goTo(page, 'Publish')
        await page.getByRole('link', { name: 'Arrange the front page' }).click()
        await expect(page.getByRole('list', { name: 'Articles to pin' })).toBeVisible()
      },
    },
  ]
}

/** Everything else of the desk. */
export const furnishingViews: readonly View[] = [
  {
    name: 'desk',
    async show(page) {
      await goTo(page, 'Desk')
      await expect(page.getByRole('table', { name: 'Articles' }).getByRole('link').first()).toBeVisible()
    },
  },
  {
    name: 'media',
    async show(page) {
      await goTo(page, 'Media')
      await expect(page.getByRole('listbox', { name: 'Pictures' })).toBeVisible()
    },
  },
  {
    name: 'people',
    async show(page) {
      await goTo(page, 'People')
      await expect(page.getByRole('table', { name: 'People' })).toBeVisible()
    },
  },
  ...(
    [
      ['person', 'Add person'],
      ['author', 'Add author'],
      ['change-author', /^Change (?!your)/],
      ['passphrase', 'Change your passphrase'],
    ] as const
  ).map(([name, button]) => ({
    name: `people-${name}`,
    async show(page: Page) {
      await goTo(page, 'People')
      await openDialog(page, button)
    },
    leave: closeDialog,
  })),
  {
    name: 'settings',
    async show(page) {
      await goTo(page, 'Settings')
      await expect(page.getByRole('region', { name: 'Branding' })).toBeVisible()
    },
  },
  {
    name: 'settings-article-types',
    async show(page) {
      await goTo(page, 'Settings')
      await page.getByRole('button', { name: 'What Feature needs' }).click()
      await page.getByRole('region', { name: 'Article types' }).scrollIntoViewIfNeeded()
    },
  },
]

/** Which articles of the sample library the views show. */
export function viewedArticles(
  articles: readonly { id: string; state: string; headline: string }[],
): ViewedArticles {
  const one = (state: string): string => {
    const found = articles.find((article) => article.state === state)
    if (!found) throw new Error(`No article of the library is ${state}.`)
    return found.id
  }
  return { drafted: one('changes-requested'), inReview: one('in-review') }
}
