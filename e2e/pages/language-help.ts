import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** What helps while writing: underlines in the body, the card at a finding, the list of all of them. */
export class LanguageHelp {
  readonly list: Locator
  readonly ignored: Locator
  readonly card: Locator
  readonly suggestions: Locator

  constructor(private readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Findings', exact: true })
    this.ignored = page.getByRole('list', { name: 'Ignored findings' })
    this.card = page.getByRole('dialog', { name: /^(Spelling|House style|Placeholder): / })
    this.suggestions = this.card.getByRole('list', { name: 'Suggestions' })
  }

  /** The underlined words of a kind, as they stand in the body. */
  underlined(kind: 'spelling' | 'style' | 'placeholder'): Locator {
    return this.page.getByRole('textbox', { name: 'Body' }).locator(`.finding-${kind}`)
  }

  /** Goes to the next finding by its key; its card has the focus then. */
  async goToNext(words: string): Promise<void> {
    await this.page.keyboard.press('F8')
    await expect(this.cardOf(words)).toBeVisible()
  }

  /** The card of some words, whatever kind of finding they are. */
  cardOf(words: string): Locator {
    return this.page.getByRole('dialog', { name: new RegExp(`: ${words}$`) })
  }

  /** Takes the first suggestion of the open card by the key alone. */
  async takeFirst(): Promise<void> {
    await expect(this.suggestions.getByRole('button').first()).toBeFocused()
    await this.page.keyboard.press('Enter')
    await expect(this.card).toBeHidden()
  }

  async addToDictionary(): Promise<void> {
    await this.card.getByRole('button', { name: 'Add to dictionary' }).click()
    await expect(this.card).toBeHidden()
  }

  async ignore(reason: string): Promise<void> {
    await this.card.getByRole('button', { name: 'Ignore with reason…' }).click()
    await this.card.getByLabel('Reason').fill(reason)
    await this.page.keyboard.press('Enter')
    await expect(this.card).toBeHidden()
  }
}

/** The house style in the settings. */
export class HouseStyleSettings {
  readonly section: Locator
  readonly rules: Locator

  constructor(private readonly page: Page) {
    this.section = page.getByRole('region', { name: 'House style', exact: true })
    this.rules = this.section.getByRole('list', { name: 'Rules of house' })
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Settings')
    await expect(this.rules).toBeVisible()
  }

  /** Makes a rule for plain words, tries it on a sentence, and saves the house style. */
  async addRule(rule: { words: string; message: string; replacement: string; trial: string }): Promise<void> {
    await this.section.getByRole('button', { name: 'Add a rule' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'New rule' })
    await dialog.getByLabel('Words').fill(rule.words)
    await dialog.getByLabel('Message').fill(rule.message)
    await dialog.getByLabel('Suggests').selectOption('Other words')
    await dialog.getByLabel('Replacement').fill(rule.replacement)
    await dialog.getByLabel('Try it on').fill(rule.trial)
    await expect(dialog.getByRole('list', { name: 'Found' })).toContainText(rule.words)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await this.save()
  }

  async save(): Promise<void> {
    await this.section.getByRole('button', { name: 'Save house style' }).click()
    await expect(this.section.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }

  /** Takes an earlier version's rules up and saves them as the newest. */
  async goBackTo(version: string): Promise<void> {
    await this.section.getByRole('button', { name: 'Versions…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Versions of the house style' })
    await dialog.getByRole('listitem').filter({ hasText: version }).getByRole('button').click()
    await this.save()
  }
}
