import { expect, type Locator, type Page } from '@playwright/test'

/** What the newsroom says about the open article, in the drafting view and in review. */
export class CommentsPanel {
  readonly region: Locator
  readonly list: Locator

  constructor(private readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Comments' })
    this.list = this.region.getByRole('list', { name: 'What was said' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Comments' }).click()
    await expect(this.region).toBeVisible()
  }

  /** Selects words of the text that is shown in review. */
  async select(words: string): Promise<void> {
    await this.page.evaluate((sought) => {
      const region = document.querySelector('[role=region][aria-label=Text]')
      const walker = document.createTreeWalker(region ?? document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.nodeValue?.indexOf(sought) ?? -1
        if (from < 0 || !node.parentElement?.closest('[data-line]')) continue
        document.getSelection()?.setBaseAndExtent(node, from, node, from + sought.length)
        return
      }
      throw new Error(`“${sought}” is not shown`)
    }, words)
  }

  async comment(text: string, { blocking = false } = {}): Promise<void> {
    await this.region.getByRole('button', { name: 'Add comment' }).click()
    await this.region.getByRole('textbox', { name: 'Comment' }).fill(text)
    if (blocking) await this.region.getByRole('checkbox', { name: /Holds submission/ }).check()
    await this.region.getByRole('button', { name: 'Send comment' }).click()
    await expect(this.item(text)).toBeVisible()
  }

  async suggest(words: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Add comment' }).click()
    await this.region.getByLabel('Kind').selectOption('Suggest other words')
    await this.region.getByRole('textbox', { name: 'Suggested words' }).fill(words)
    await this.region.getByRole('button', { name: 'Send suggestion' }).click()
    await expect(this.item(words)).toBeVisible()
  }

  /** The conversation or suggestion that holds some words. */
  item(words: string): Locator {
    return this.list.locator('[data-remark]').filter({ hasText: words })
  }

  async press(words: string, button: string): Promise<void> {
    await this.item(words).getByRole('button', { name: button, exact: true }).click()
  }

  /** The marks in the text that is written. */
  marks(kind: 'comment' | 'suggestion'): Locator {
    return this.page.getByRole('textbox', { name: 'Body' }).locator(`.remark-${kind}`)
  }
}
