import { expect, type Locator, type Page } from '@playwright/test'

/** The kept revisions of an open article, and any two of them compared. */
export class VersionsView {
  readonly panel: Locator
  readonly dialog: Locator
  /** What is compared: `From revision 2 to revision 4`. */
  readonly direction: Locator

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('tabpanel', { name: 'Versions' })
    this.dialog = page.getByRole('dialog', { name: 'Versions' })
    this.direction = this.dialog.getByRole('region', { name: /revision/ }).first()
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Versions', exact: true }).click()
    await expect(this.revision(1)).toBeVisible()
  }

  /** A revision in the list beside the article, or in the dialog once that is open. */
  revision(number: number, within: Locator = this.panel): Locator {
    return within.getByRole('option', { name: new RegExp(`^Revision ${number}\\b`) })
  }

  async look(number: number): Promise<void> {
    await this.revision(number).click()
    await expect(this.dialog).toBeVisible()
  }

  async lookInstead(number: number): Promise<void> {
    await this.revision(number, this.dialog).click()
  }

  async compareWith(label: string): Promise<void> {
    await this.dialog.getByLabel('Compared with').selectOption(label)
  }

  async compareOthersWithThis(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Compare others with this' }).click()
  }

  /** A field or a block that differs. */
  change(name: string | RegExp): Locator {
    return this.dialog.locator('[data-change]').and(this.page.getByLabel(name))
  }

  async restore(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Restore revision/ }).click()
    await expect(this.dialog).toBeHidden()
  }
}
