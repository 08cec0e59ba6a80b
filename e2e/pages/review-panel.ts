import type { Locator, Page } from '@playwright/test'

/** What stands beside an article under review: its checks and its claims. */
export class ReviewPanel {
  readonly checks: Locator
  readonly claims: Locator
  readonly sources: Locator
  /** What has no source yet. */
  readonly wanted: Locator

  constructor(private readonly page: Page) {
    this.checks = page.getByRole('region', { name: 'Checks' })
    this.claims = page.getByRole('region', { name: 'Claims' })
    this.sources = this.claims.getByRole('list', { name: 'Sources' })
    this.wanted = this.claims.getByRole('list', { name: 'Without a source' })
  }

  async show(tab: 'Checks' | 'Claims' | 'History'): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
  }

  check(title: string): Locator {
    return this.checks.getByRole('listitem').filter({ hasText: title })
  }

  async waive(title: string, reason: string): Promise<void> {
    await this.check(title).getByRole('button', { name: 'Waive…' }).click()
    const form = this.checks.getByRole('form', { name: `Waive: ${title}` })
    await form.getByLabel('Reason').fill(reason)
    await form.getByRole('button', { name: 'Waive' }).click()
  }
}
