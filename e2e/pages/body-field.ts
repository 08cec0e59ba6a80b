import { expect, type Locator, type Page } from '@playwright/test'

/** What a clipboard holds: the same text in two forms. */
export interface Clipping {
  html: string
  plain: string
}

/** The body's text box with the toolbar above it. */
export class BodyField {
  readonly box: Locator
  readonly toolbar: Locator

  constructor(private readonly page: Page) {
    this.box = page.getByRole('textbox', { name: 'Body' })
    this.toolbar = page.getByRole('toolbar', { name: 'Formatting' })
  }

  /** Types where the body ends. */
  async type(text: string): Promise<void> {
    await this.goToEnd()
    await this.page.keyboard.type(text)
  }

  /** Writes where the body ends, all at once: one step to be undone however slow the machine is. */
  async write(text: string): Promise<void> {
    await this.goToEnd()
    await this.page.keyboard.insertText(text)
  }

  /** Takes everything out and types anew. */
  async rewrite(text: string): Promise<void> {
    await this.selectAll()
    await this.page.keyboard.type(text)
  }

  /** Pastes with the keys, from a clipboard that was filled by a copy elsewhere. */
  async paste(clipping: Clipping): Promise<void> {
    await this.copy(clipping)
    await this.goToEnd()
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  /** Fills the clipboard, as a copy in another program does. */
  async copy(clipping: Clipping): Promise<void> {
    await copy(this.page, clipping)
  }

  /** Puts the caret in the paragraph that holds these words and presses a button of the toolbar. */
  async format(paragraph: string, button: string): Promise<void> {
    await this.box.getByText(paragraph, { exact: true }).click()
    await this.toolbar.getByRole('button', { name: button, exact: true }).click()
  }

  async selectAll(): Promise<void> {
    await this.box.focus()
    await this.page.keyboard.press('ControlOrMeta+A')
  }

  /** The menu that a slash opens. */
  get slashMenu(): Locator {
    return this.page.getByRole('listbox', { name: 'What to put here' })
  }

  /** What floats at chosen words, or above a table. */
  floatingTools(name: 'Chosen words' | 'Table'): Locator {
    return this.page.getByRole('toolbar', { name })
  }

  /** Types a slash and words for a block where the caret is, and takes the first that is offered. */
  async insertBySlash(words: string): Promise<void> {
    await this.page.keyboard.type('/')
    await expect(this.slashMenu).toBeVisible()
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await expect(this.slashMenu).toBeHidden()
  }

  /** Opens the menu of the block with the caret and chooses from it. */
  async fromBlockMenu(item: string): Promise<void> {
    await this.page.keyboard.press('Alt+Shift+M')
    await this.page.getByRole('menuitem', { name: item }).click()
    await expect(this.box).toBeFocused()
  }

  /** Drags the block that holds these words by its handle onto another. */
  async drag(words: string, onto: string): Promise<void> {
    await this.box.getByText(words, { exact: true }).hover()
    const target = this.box.getByText(onto, { exact: true })
    await this.page
      .getByRole('button', { name: 'Block menu' })
      .dragTo(target, { targetPosition: { x: 2, y: 2 } })
  }

  /** The words of the body's own blocks, in order. */
  lines(): Promise<string[]> {
    return this.box.evaluate((body) => [...body.children].map((block) => block.textContent ?? ''))
  }

  private async goToEnd(): Promise<void> {
    await this.box.focus()
    await this.page.keyboard.press('ControlOrMeta+End')
    await expect(this.box).toBeFocused()
  }
}

/** Copies as another program would: both forms of the text lie on the clipboard. */
async function copy(page: Page, clipping: Clipping): Promise<void> {
  await page.evaluate(({ html, plain }) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.clipboardData?.setData('text/html', html)
        event.clipboardData?.setData('text/plain', plain)
        event.preventDefault()
        event.stopImmediatePropagation()
      },
      { once: true, capture: true },
    )
    document.execCommand('copy')
  }, clipping)
}
