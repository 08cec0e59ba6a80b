import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** A file to be dropped. */
interface DroppedFile {
  name: string
  bytes: Buffer
}

/** The library's pictures, and the details of the one that is chosen. */
export class MediaPage {
  readonly pictures: Locator
  readonly details: Locator
  readonly search: Locator
  readonly files: Locator

  constructor(readonly page: Page) {
    this.pictures = page.getByRole('listbox', { name: 'Pictures' }).getByRole('option')
    this.details = page.getByRole('complementary', { name: 'Picture details' })
    this.search = page.getByRole('searchbox', { name: 'Search pictures' })
    this.files = page.getByRole('list', { name: 'Files' })
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Media')
    await expect(this.page.getByRole('heading', { name: 'Media' })).toBeVisible()
  }

  /** Drops files on the view and waits until each is added or named. */
  async drop(files: readonly DroppedFile[]): Promise<void> {
    const dropped = await this.page.evaluateHandle(
      (list) => {
        const transfer = new DataTransfer()
        for (const { name, base64 } of list) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          transfer.items.add(new File([bytes], name))
        }
        return transfer
      },
      files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
    )
    const place = this.page.getByRole('heading', { name: 'Media' })
    for (const event of ['dragenter', 'dragover', 'drop'])
      await place.dispatchEvent(event, { dataTransfer: dropped })
    await expect(this.page.getByRole('status').filter({ hasText: /added/ })).toBeVisible()
  }

  /** Shows the details of the picture that is called so. */
  async choose(name: string): Promise<void> {
    await this.pictures.filter({ hasText: name }).click()
    await expect(this.details.getByRole('heading', { name })).toBeVisible()
  }

  /** Writes in a field of the details and leaves it. */
  async write(field: string, words: string): Promise<void> {
    await this.details.getByLabel(field, { exact: true }).fill(words)
    await this.page.keyboard.press('Tab')
    await expect(this.page.getByText(`${field} changed`).last()).toBeVisible()
  }

  /** Cuts a square out of the chosen picture by keyboard. */
  async cropSquare(): Promise<void> {
    await this.details.getByRole('button', { name: 'Crop…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Crop picture' })
    await dialog.getByRole('radio', { name: '1:1' }).check()
    await dialog.getByRole('button', { name: /^Crop, / }).press('Shift+ArrowRight')
    await dialog.getByRole('button', { name: 'Crop picture' }).click()
    await expect(dialog).toBeHidden()
  }

  readonly replacing = (): Locator =>
    this.page.getByRole('dialog', { name: 'Replace everywhere', exact: true })
}
