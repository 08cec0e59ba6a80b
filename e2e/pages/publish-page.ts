import { expect, type JSHandle, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'
import { PathDialog } from './path-dialog'

/** What goes out, what cannot, and the receipt of what went. */
export class PublishPage {
  readonly ready: Locator
  readonly leftOut: Locator
  readonly toWithdraw: Locator
  readonly onTheSite: Locator
  readonly receipt: Locator
  readonly folder: Locator
  readonly exportButton: Locator
  readonly progress: Locator
  readonly failure: Locator

  constructor(private readonly page: Page) {
    this.ready = page.getByRole('list', { name: 'Ready to export' })
    this.leftOut = page.getByRole('list', { name: 'Left out', exact: true })
    this.toWithdraw = page.getByRole('list', { name: 'To be withdrawn' })
    this.onTheSite = page.getByRole('list', { name: 'On the site' })
    this.receipt = page.getByRole('region', { name: 'Last export' })
    this.folder = page.getByRole('textbox', { name: 'Folder' })
    this.exportButton = page.getByRole('button', { name: 'Export site' })
    this.progress = page.getByRole('progressbar')
    this.failure = page.getByRole('main').getByRole('alert')
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Publish')
    await expect(this.exportButton).toBeVisible()
  }

  /**
   * Exports the site to a folder and waits for the receipt that names it. Gives what the progress bar was called on
   * its way.
   */
  async exportTo(folder: string): Promise<string[]> {
    await this.open()
    const before = await this.receipt.innerText()
    const stages = await this.watchProgress()
    await this.startExport(folder)
    await expect(this.receipt).not.toHaveText(before, { useInnerText: true, timeout: 60_000 })
    await expect(this.receipt).toContainText(folder)
    await expect(this.exportButton).toBeVisible()
    return stages.jsonValue()
  }

  /** Takes down every name the progress bar has from now on: it may be there for a blink only. */
  private watchProgress(): Promise<JSHandle<string[]>> {
    return this.page.evaluateHandle(() => {
      const stages: string[] = []
      new MutationObserver(() => {
        const stage = document.querySelector('[role=progressbar]')?.ariaLabel
        if (stage && stage !== stages.at(-1)) stages.push(stage)
      }).observe(document.body, { subtree: true, childList: true, attributes: true })
      return stages
    })
  }

  /** Starts an export without waiting for its end. */
  async startExport(folder: string): Promise<void> {
    await this.folder.fill(folder)
    await this.exportButton.click()
  }

  /** A number of the receipt: `Articles`, `Files`, `Written`, `Removed`. */
  async figure(name: string): Promise<number> {
    const value = this.receipt
      .getByRole('definition')
      .nth((await this.receipt.getByRole('term').allInnerTexts()).indexOf(name))
    return Number((await value.innerText()).replaceAll(',', ''))
  }

  /** Saves one article alone, to a file. */
  async saveAlone(headline: string, form: 'single page' | 'fragment', file: string): Promise<void> {
    await this.askToSaveAlone(headline, form)
    await new PathDialog(this.page).give(file)
    await expect(this.page.getByText(`Saved ${file}`, { exact: true })).toBeVisible()
  }

  /** Chooses `Save as a single page…` or `Save as a fragment…`; where to is asked next. */
  async askToSaveAlone(headline: string, form: 'single page' | 'fragment'): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${headline}` }).click()
    await this.page.getByRole('menuitem', { name: `Save as a ${form}…` }).click()
  }
}
