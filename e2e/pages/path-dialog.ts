import { expect, type Locator, type Page } from '@playwright/test'

/** The browser host's question where something goes on the disk. Electron asks with the system's own dialog. */
export class PathDialog {
  readonly dialog: Locator
  readonly path: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Choose' }) })
    this.path = this.dialog.getByRole('textbox')
  }

  async give(path: string): Promise<void> {
    await this.path.fill(path)
    await this.dialog.getByRole('button', { name: 'Choose' }).click()
    await expect(this.dialog).toBeHidden()
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(this.dialog).toBeHidden()
  }
}
