import type { Locator, Page } from '@playwright/test'

/** The bar above an article’s text that finds and replaces in it. */
export class FindBar {
  readonly bar: Locator
  readonly text: Locator
  readonly where: Locator
  readonly replacement: Locator
  readonly replace: Locator
  readonly replaceAll: Locator

  constructor(private readonly page: Page) {
    this.bar = page.getByRole('search', { name: 'Find and replace' })
    this.text = this.bar.getByRole('searchbox', { name: 'Find' })
    this.where = this.bar.getByRole('status')
    this.replacement = this.bar.getByRole('textbox', { name: 'Replace with' })
    this.replace = this.bar.getByRole('button', { name: 'Replace', exact: true })
    this.replaceAll = this.bar.getByRole('button', { name: 'Replace all' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+F')
    await this.text.waitFor()
  }

  way(name: 'Match case' | 'Whole words' | 'Regular expression'): Locator {
    return this.bar.getByRole('button', { name })
  }

  async close(): Promise<void> {
    await this.text.press('Escape')
    await this.bar.waitFor({ state: 'detached' })
  }
}

/** The dialog that finds and replaces in every article. */
export class FindInLibrary {
  readonly dialog: Locator
  readonly undo: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Find in the library' })
    this.undo = this.dialog.getByRole('button', { name: 'Undo the replacement' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Alt+L')
    await this.dialog.waitFor()
  }

  async look(text: string): Promise<void> {
    await this.dialog.getByRole('searchbox', { name: 'Find' }).fill(text)
    await this.dialog.getByRole('button', { name: 'Find', exact: true }).click()
  }

  article(headline: string): Locator {
    return this.dialog.getByRole('checkbox', { name: headline })
  }

  async replaceWith(words: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Replace with' }).fill(words)
    await this.dialog.getByRole('button', { name: /^Replace in/ }).click()
  }

  changed(headline: string): Locator {
    return this.dialog.getByRole('list', { name: 'Articles changed' }).getByRole('link', { name: headline })
  }
}
