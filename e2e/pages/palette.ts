import { expect, type Locator, type Page } from '@playwright/test'

/** The command palette and the shortcut sheet. */
export class Palette {
  readonly field: Locator
  readonly choices: Locator
  readonly sheet: Locator

  constructor(private readonly page: Page) {
    this.field = page.getByRole('combobox', { name: 'Find a command or an article' })
    this.choices = page.getByRole('listbox', { name: 'Found' })
    this.sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K')
    await expect(this.field).toBeFocused()
  }

  choice(title: string): Locator {
    return this.choices.getByRole('option').filter({ hasText: title })
  }

  /** Opens it, types a few letters and takes what they find first. */
  async run(letters: string, title: string): Promise<void> {
    await this.open()
    await this.page.keyboard.type(letters)
    await expect(this.choice(title).first()).toHaveAttribute('data-highlighted')
    await this.page.keyboard.press('Enter')
    await expect(this.field).toBeHidden()
  }
}
