import type { Locator, Page } from '@playwright/test'
import { PreviewFrame } from './preview-frame'

/** Two texts of one article that are to become one. */
export class MergeView {
  /** What tells that there are two. */
  readonly notice: Locator
  readonly dialog: Locator
  readonly result: PreviewFrame
  readonly keepButton: Locator

  constructor(page: Page) {
    this.notice = page.getByRole('alert').filter({ hasText: 'Somebody else kept' })
    this.dialog = page.getByRole('dialog', { name: 'Merge the two texts' })
    this.result = new PreviewFrame(this.dialog.getByRole('region', { name: 'Preview' }))
    this.keepButton = this.dialog.getByRole('button', { name: 'Keep merged' })
  }

  async open(): Promise<void> {
    await this.notice.getByRole('button', { name: 'Merge the two…' }).click()
  }

  /** A conflict by what it is about: `Paragraph`, `Headline`. */
  conflict(name: string): Locator {
    return this.dialog.getByRole('region', { name: new RegExp(`^Conflict \\d+: ${name}$`) })
  }

  choice(name: string, label: 'Mine' | 'Theirs' | 'Both'): Locator {
    return this.conflict(name).getByRole('radio', { name: label })
  }

  async show(tab: 'To choose' | 'Merged by itself' | 'Result'): Promise<void> {
    await this.dialog.getByRole('tab', { name: tab }).click()
  }

  async decideLater(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Decide later' }).click()
  }
}
