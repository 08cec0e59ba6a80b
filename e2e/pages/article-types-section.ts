import { expect, type Locator, type Page } from '@playwright/test'

/** The kinds of articles, in the settings. */
export class ArticleTypesSection {
  readonly section: Locator
  readonly list: Locator
  readonly templates: Locator

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: 'Article types', exact: true })
    this.list = this.section.getByRole('list', { name: 'Article types' })
    this.templates = page.getByRole('region', { name: 'Templates', exact: true })
  }

  async add(name: string): Promise<void> {
    await this.section.getByLabel('New type').fill(name)
    await this.section.getByRole('button', { name: 'Add type' }).click()
  }

  /** Shows or hides what a type needs. */
  async toggle(name: string): Promise<void> {
    await this.section.getByRole('button', { name: `What ${name} needs` }).click()
  }

  async save(): Promise<void> {
    await this.section.getByRole('button', { name: 'Save article types' }).click()
    await expect(this.section.getByRole('status').filter({ hasText: /^\s*Saved\s*$/ })).toBeVisible()
  }
}
