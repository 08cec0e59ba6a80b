import { expect, type Locator, type Page } from '@playwright/test'

/** What the Publish view offers beside exporting to the site's folder. */
export class WaysOut {
  readonly look: Locator
  readonly changes: Locator
  readonly packButton: Locator
  readonly signButton: Locator
  readonly schedules: Locator

  constructor(private readonly page: Page) {
    this.look = page.getByRole('button', { name: 'See what would change' })
    this.changes = page.getByRole('region', { name: 'What would change' })
    this.packButton = page.getByRole('button', { name: 'Make the package' })
    this.signButton = page.getByRole('button', { name: 'Sign a schedule' })
    this.schedules = page.getByRole('list', { name: 'Exports by schedule' })
  }

  /** Packs the site, or what changed of it, into a file or folder. */
  async pack(what: 'Whole site' | 'What changed', place: string): Promise<void> {
    await this.page.getByRole('radio', { name: what }).check()
    await this.page.getByRole('textbox', { name: 'Package goes to' }).fill(place)
    await this.packButton.click()
    await expect(this.page.getByText(`Packed into ${place}.`, { exact: true })).toBeVisible()
  }

  /** Signs a schedule for every day. */
  async sign(time: string): Promise<void> {
    await this.signButton.click()
    const dialog = this.page.getByRole('dialog', { name: 'Sign a schedule' })
    await dialog.getByRole('textbox', { name: 'Time' }).fill(time)
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  /** Chooses from the menu of the only schedule. */
  async choose(item: 'Run now' | 'Take off'): Promise<void> {
    await this.schedules.getByRole('button', { name: /^More for/ }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
