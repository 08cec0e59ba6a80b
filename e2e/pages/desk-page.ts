import { expect, type Locator, type Page } from '@playwright/test'
import { DraftPage } from './draft-page'
import { goTo } from './navigation'

/** The list of articles. */
export class DeskPage {
  readonly articles: Locator
  readonly newArticleButton: Locator

  constructor(private readonly page: Page) {
    this.articles = page.getByRole('table', { name: 'Articles' })
    this.newArticleButton = page.getByRole('button', { name: 'New article' })
  }

  /** Begins an article and gives the drafting view that opens on it. */
  async startArticle(): Promise<DraftPage> {
    await goTo(this.page, 'Desk')
    await this.newArticleButton.click()
    const draft = new DraftPage(this.page)
    await expect(draft.headline).toBeVisible()
    return draft
  }

  /** Opens an article by its headline. */
  async open(headline: string): Promise<DraftPage> {
    await goTo(this.page, 'Desk')
    await this.articles.getByRole('link', { name: headline, exact: true }).click()
    const draft = new DraftPage(this.page)
    await expect(draft.headline).toHaveValue(headline)
    return draft
  }

  /** The row of an article, by its headline. */
  row(headline: string): Locator {
    return this.articles.getByRole('row').filter({ hasText: headline })
  }
}
