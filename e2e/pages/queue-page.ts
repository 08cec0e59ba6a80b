import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** The review queue: its rows, filters and views, and what is done with several of them. */
export class QueuePage {
  readonly list: Locator
  readonly rows: Locator
  readonly filters: Locator
  readonly bulk: Locator
  readonly view: Locator

  constructor(private readonly page: Page) {
    const pane = page.getByRole('region', { name: 'Queue' })
    this.list = page.getByRole('list', { name: 'Waiting for review' })
    this.rows = this.list.getByRole('listitem')
    this.filters = pane.getByRole('region', { name: 'Filters' })
    this.bulk = page.getByRole('group', { name: 'With what is chosen' })
    this.view = pane.getByRole('combobox', { name: 'View' })
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Review')
    await expect(this.list).toBeVisible()
  }

  row(headline: string): Locator {
    return this.rows.filter({ has: this.page.getByText(headline, { exact: false }) })
  }

  /** The numbers of the evening's articles, as far as they are listed, in the order of the list. */
  async order(most: number): Promise<number[]> {
    const texts = await this.rows.getByText(/^Evening \d+:/).allTextContents()
    return texts.slice(0, most).map((text) => Number(/\d+/.exec(text)?.[0]))
  }

  /** Goes to a row by the keyboard's way in, without opening it. */
  async goToRow(headline: string): Promise<void> {
    await this.row(headline).getByRole('button').first().focus()
  }

  async choose(headline: string): Promise<void> {
    await this.row(headline).getByRole('checkbox').check()
  }

  /** Chooses from a row's menu. */
  async deed(headline: string, name: string): Promise<void> {
    await this.row(headline)
      .getByRole('button', { name: /^What to do with/ })
      .click()
    await this.page.getByRole('menuitem', { name }).click()
  }

  async openFilters(): Promise<void> {
    await this.page.getByRole('button', { name: 'Filters', exact: true }).click()
    await expect(this.filters).toBeVisible()
  }

  async saveView(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Save this view' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Save this view' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  /** The report of a deed that was refused for some. */
  report(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** What a place of the main navigation says of how much waits there. */
  badge(place: 'Desk' | 'Review'): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place })
  }
}
