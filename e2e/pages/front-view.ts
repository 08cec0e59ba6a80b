import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** The view that arranges the front page. */
export class FrontView {
  readonly frame: FrameLocator

  constructor(private readonly page: Page) {
    this.frame = page.getByRole('main').locator('iframe[title="Front page"]').contentFrame()
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Publish')
    await this.page.getByRole('link', { name: 'Arrange the front page' }).click()
    await expect(this.page.getByRole('heading', { name: 'Places' })).toBeVisible()
  }

  /** The headlines that are pinned to a place, in order. */
  pinned(place: string): Locator {
    return this.page.getByRole('list', { name: `Pinned: ${place}` }).getByRole('link')
  }

  place(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** @param where as the menu says it, such as `As the lead` */
  async pin(headline: string, where: string): Promise<void> {
    await this.page.getByRole('button', { name: `Pin ${headline}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: where }).click()
  }

  /** Drags an article that is not pinned to the end of a place. */
  async drag(headline: string, place: string): Promise<void> {
    const candidate = this.page.getByRole('list', { name: 'Articles to pin' }).getByText(headline)
    await candidate.dragTo(this.place(place).getByRole('heading'))
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }
}
