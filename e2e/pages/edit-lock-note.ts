import type { Locator, Page } from '@playwright/test'

/** What the drafting view says of who edits the article. */
export class EditLockNote {
  readonly note: Locator
  readonly editNow: Locator
  readonly takeOver: Locator

  constructor(page: Page) {
    this.note = page.getByRole('region', { name: 'Who is editing' })
    this.editNow = this.note.getByRole('button', { name: 'Edit now' })
    this.takeOver = this.note.getByRole('button', { name: 'Take over' })
  }
}
