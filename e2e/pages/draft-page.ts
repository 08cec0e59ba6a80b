import { expect, type Locator, type Page } from '@playwright/test'
import { BodyField } from './body-field'
import { PreviewFrame } from './preview-frame'
import { ThumbnailField } from './thumbnail-field'

/** The drafting view: what is written, what is chosen, and where the words are. */
export class DraftPage {
  readonly headline: Locator
  readonly standfirst: Locator
  readonly status: Locator
  readonly missing: Locator
  readonly requestedChanges: Locator
  readonly seal: Locator
  readonly readTime: Locator
  readonly embargo: Locator
  readonly body: BodyField
  readonly thumbnail: ThumbnailField
  readonly preview: PreviewFrame

  constructor(private readonly page: Page) {
    this.headline = page.getByRole('textbox', { name: 'Headline', exact: true })
    this.standfirst = page.getByRole('textbox', { name: 'Standfirst', exact: true })
    this.status = page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /^(Saved|Saving|Not saved)$/ })
    this.missing = page.getByRole('region', { name: 'Before it can be submitted' })
    this.requestedChanges = page.getByRole('region', { name: 'Changes requested' })
    this.seal = page.getByRole('status', { name: 'Seal' })
    this.readTime = page.getByRole('spinbutton', { name: 'Read time' })
    this.embargo = page.getByLabel('Embargo')
    this.body = new BodyField(page)
    this.thumbnail = new ThumbnailField(page)
    this.preview = new PreviewFrame(page.getByRole('region', { name: 'Preview' }))
  }

  /** Types a headline over the present one, key by key. */
  async writeHeadline(words: string): Promise<void> {
    await this.headline.click()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(words)
  }

  /** Chooses an author by typing the name, making the byline profile where there is none. */
  async addAuthor(name: string): Promise<void> {
    await this.choose('Author', name)
    await expect(this.page.getByRole('button', { name: `Remove ${name}` })).toBeAttached()
  }

  async chooseCategory(name: string): Promise<void> {
    await this.choose('Category', name)
    await expect(this.field('Category')).toHaveValue(name)
  }

  async addTag(tag: string): Promise<void> {
    await this.choose('Tags', tag)
    await expect(this.page.getByRole('button', { name: `Remove ${tag}` })).toBeAttached()
  }

  /** Prints another number of minutes than the computed one. */
  async overrideReadTime(minutes: number): Promise<void> {
    await this.readTime.fill(String(minutes))
  }

  async leaveUndated(): Promise<void> {
    await this.page.getByLabel('Publish time').selectOption('Undated')
  }

  /** Dates the article. `moment` is the site's local time, such as `2022-08-30T09:00`. */
  async publishAt(moment: string): Promise<void> {
    await this.page.getByLabel('Publish time').selectOption('At a moment')
    await this.page.getByLabel('Published at').fill(moment)
  }

  /** Holds every export back. `moment` is the site's local time; '' lifts the embargo. */
  async embargoUntil(moment: string): Promise<void> {
    await this.embargo.fill(moment)
  }

  /** Keeps what was typed, and waits until the desk says so. */
  async keep(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S')
    await expect(this.status).toHaveText('Saved')
  }

  submitButton(): Locator {
    return this.page.getByRole('button', { name: 'Submit for review' })
  }

  /** Submits, and waits until the article is out of the writer's hands. */
  async submit(): Promise<void> {
    await this.submitButton().click()
    await expect(this.state('Submitted')).toBeVisible()
  }

  /** The state in the head of the view. */
  state(word: string): Locator {
    return this.page.getByRole('main').getByText(word, { exact: true }).first()
  }

  /** The article's id, from the window's address. */
  articleId(): string {
    return this.page.url().split('/').at(-1) ?? ''
  }

  private field(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true })
  }

  private async choose(field: string, text: string): Promise<void> {
    await this.field(field).fill(text)
    await this.page
      .getByRole('listbox', { name: 'Choices' })
      .getByRole('option')
      .filter({ hasText: choiceOf(text) })
      .click()
  }
}

/** A choice is called as it is, or after what it would make: `Make “text”`, `Add “text”`. */
function choiceOf(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`^\\s*(${literal}|(Make|Add) “${literal}”)\\s*$`)
}
