import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'
import { PreviewFrame } from './preview-frame'

/** The waiting list and the article under review. */
export class ReviewPage {
  readonly waiting: Locator
  readonly refused: Locator
  readonly checks: Locator
  readonly moves: Locator
  readonly preview: PreviewFrame
  /** How the approval's seal stands. */
  readonly seal: Locator
  /** The text with what changed. */
  readonly text: Locator

  constructor(private readonly page: Page) {
    this.waiting = page.getByRole('list', { name: 'Waiting for review' })
    this.refused = page.getByRole('list', { name: 'Not possible now' })
    this.checks = page.getByRole('region', { name: 'Checks' })
    this.moves = page.getByRole('group', { name: 'Moves' })
    this.preview = new PreviewFrame(page.getByRole('main'))
    this.seal = page.getByRole('status', { name: 'Seal' })
    this.text = page.getByRole('region', { name: 'Text', exact: true })
  }

  /** Opens an article of the waiting list. */
  async open(headline: string): Promise<void> {
    await goTo(this.page, 'Review')
    await this.waiting.getByRole('button').filter({ hasText: headline }).click()
    await expect(this.article(headline)).toBeVisible()
  }

  /** Opens any article, waiting or not. */
  async openById(id: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = `#/review/${to}`
    }, id)
    await expect(this.page.getByRole('main').getByRole('article')).toBeVisible()
  }

  article(headline: string): Locator {
    return this.page.getByRole('article', { name: headline, exact: true })
  }

  /** The state of the open article. */
  state(word: string): Locator {
    return this.page.getByRole('article').getByText(word, { exact: true }).first()
  }

  async showText(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Text' }).click()
    await expect(this.text).toBeVisible()
  }

  button(name: string): Locator {
    return this.moves.getByRole('button', { name, exact: true })
  }

  async startReview(): Promise<void> {
    await this.button('Start review').click()
    await expect(this.state('In review')).toBeVisible()
  }

  async requestChanges(note: string): Promise<void> {
    await this.moveWithNote('Request changes', note)
    await expect(this.state('Changes requested')).toBeVisible()
  }

  async approve(): Promise<void> {
    await this.button('Approve').click()
    await expect(this.state('Approved')).toBeVisible()
  }

  /** Makes a move that asks for a note: `Request changes`, `Hold`, `Withdraw` … */
  async moveWithNote(move: string, note: string): Promise<void> {
    await this.button(move).click()
    const dialog = this.noteDialog(move)
    await dialog.getByRole('textbox').fill(note)
    await dialog.getByRole('button', { name: move, exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  noteDialog(move: string): Locator {
    return this.page.getByRole('dialog', { name: move })
  }

  /** From submitted to approved, as a chief who has nothing to ask. */
  async reviewAndApprove(headline: string): Promise<void> {
    await this.open(headline)
    await this.startReview()
    await this.approve()
  }
}
