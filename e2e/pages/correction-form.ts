import { expect, type Locator, type Page } from '@playwright/test'

/** The form that a correction of a published article is told in. */
export class CorrectionForm {
  readonly dialog: Locator
  /** The notice in the words that readers will see. */
  readonly notice: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Correct' })
    this.notice = this.dialog.getByRole('region', { name: 'Notice' })
  }

  async fill(told: {
    wrong: string
    right: string
    seriousness: 'Clarification' | 'Minor error' | 'Serious error'
  }): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'What was wrong?' }).fill(told.wrong)
    await this.dialog.getByRole('textbox', { name: 'What is right?' }).fill(told.right)
    await this.dialog.getByLabel('How serious is it?').selectOption(told.seriousness)
  }

  async send(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Correct', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }
}
