import { expect, type Locator, type Page } from '@playwright/test'

/** The tab of an open article that looks it over. */
export class ChecksPanel {
  readonly tab: Locator

  constructor(private readonly page: Page) {
    this.tab = page.getByRole('tab', { name: /^Checks/ })
  }

  async open(): Promise<void> {
    await this.tab.click()
    await expect(this.tab).toHaveAttribute('aria-selected', 'true')
  }

  /** Remarks of one kind. */
  group(title: 'Before it can be submitted' | 'Headline and address' | 'Lengths' | 'Links'): Locator {
    return this.page.getByRole('tabpanel').getByRole('region', { name: title, exact: true })
  }

  /** What a person has to check, a line each. */
  checklist(): Locator {
    return this.page.getByRole('region', { name: 'To be checked by a person' }).getByRole('listitem')
  }

  /** Goes to where a remark can be settled. */
  async show(sentence: string): Promise<void> {
    await this.page
      .getByRole('tabpanel')
      .getByRole('listitem')
      .filter({ hasText: sentence })
      .getByRole('button', { name: 'Show' })
      .click()
  }
}
