import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** Importing from the desk, and the report of it. */
export class ImportReport {
  readonly dialog: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import' })
  }

  /** Chooses files in the browser's own dialog. */
  async importFiles(...files: string[]): Promise<void> {
    await this.choose('Import', files)
  }

  async importFolder(folder: string): Promise<void> {
    await this.choose('Bring in a folder', [folder])
  }

  /** Waits for the end of the import: how many of what came of it. */
  async expectSummary(words: string): Promise<void> {
    await expect(this.dialog.getByRole('status')).toHaveText(words)
  }

  /** What became of a file. */
  file(name: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: name }).first()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click()
    await expect(this.dialog).toBeHidden()
  }

  private async choose(button: string, files: readonly string[]): Promise<void> {
    await goTo(this.page, 'Desk')
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await (await chooser).setFiles([...files])
  }
}
