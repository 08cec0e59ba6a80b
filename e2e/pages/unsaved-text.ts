import { expect, type Locator, type Page } from '@playwright/test'
import { DraftPage } from './draft-page'

/** Text that was typed and never kept, as it is offered after a bad day. */
export class UnsavedText {
  readonly notice: Locator
  readonly offer: Locator

  constructor(private readonly page: Page) {
    this.notice = page.getByRole('status').filter({ hasText: 'You have unsaved text in' })
    this.offer = page.getByRole('region', { name: 'You have unsaved text' })
  }

  /** Follows the notice to the article. */
  async open(headline: string): Promise<DraftPage> {
    await this.notice.getByRole('link', { name: headline }).click()
    await expect(this.offer).toBeVisible()
    return new DraftPage(this.page)
  }

  async restore(): Promise<void> {
    await this.offer.getByRole('button', { name: 'Restore' }).click()
    await expect(this.offer).toBeHidden()
  }

  async discard(): Promise<void> {
    await this.offer.getByRole('button', { name: 'Discard' }).click()
    await expect(this.offer).toBeHidden()
  }

  /** Takes back what a toast tells of. */
  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  }
}
