import type { Locator } from '@playwright/test'
import { PathDialog } from './path-dialog'

/** A record in a part of the window: an article's, or that of people and settings. */
export class RecordList {
  readonly rows: Locator

  constructor(readonly part: Locator) {
    this.rows = part.getByRole('list', { name: 'Record' }).getByRole('listitem')
  }

  async search(words: string): Promise<void> {
    await this.part.getByLabel('Search the record').fill(words)
  }

  /** Shows only what fits; each filter is a list to choose from. */
  async show(filter: 'Person' | 'What was done' | 'Day', choice: string): Promise<void> {
    const filters = this.part.getByRole('button', { name: 'Filters' })
    if ((await filters.getAttribute('aria-expanded')) !== 'true') await filters.click()
    await this.part.getByLabel(filter).selectOption(choice)
  }

  async saveAs(form: RegExp, file: string): Promise<void> {
    const page = this.part.page()
    await this.part.getByRole('button', { name: 'Save record…' }).click()
    await page.getByRole('menuitem', { name: form }).click()
    await new PathDialog(page).give(file)
  }
}
