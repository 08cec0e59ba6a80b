import { expect, type Locator, type Page } from '@playwright/test'

/** The article's lead picture and its words. */
export class ThumbnailField {
  readonly group: Locator

  constructor(private readonly page: Page) {
    this.group = page.getByRole('group', { name: 'Thumbnail picture' })
  }

  /** Drops a picture file on the field and waits until the desk has it. */
  async drop(name: string, png: Buffer): Promise<void> {
    const dropped = await this.page.evaluateHandle(
      ({ file, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const transfer = new DataTransfer()
        transfer.items.add(new File([bytes], file, { type: 'image/png' }))
        return transfer
      },
      { file: name, base64: png.toString('base64') },
    )
    await this.group.dispatchEvent('dragover', { dataTransfer: dropped })
    await this.group.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(this.group.getByLabel('Alt text')).toBeVisible()
  }

  async describe(words: { alt: string; caption?: string; credit?: string }): Promise<void> {
    await this.group.getByLabel('Alt text').fill(words.alt)
    if (words.caption !== undefined) await this.group.getByLabel('Caption').fill(words.caption)
    if (words.credit !== undefined) await this.group.getByLabel('Credit').fill(words.credit)
  }
}
