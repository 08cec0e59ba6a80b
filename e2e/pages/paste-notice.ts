import type { Locator, Page } from '@playwright/test'

/** The line under the text that says what the last paste left out. */
export class PasteNotice {
  readonly line: Locator
  readonly undo: Locator
  readonly plainInstead: Locator

  constructor(page: Page) {
    this.line = page.getByRole('status', { name: 'Paste' })
    this.undo = this.line.getByRole('button', { name: 'Undo' })
    this.plainInstead = this.line.getByRole('button', { name: 'Paste as plain text instead' })
  }
}
