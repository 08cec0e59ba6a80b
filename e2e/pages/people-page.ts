import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** Who signs in, and who articles are printed under. */
export class PeoplePage {
  readonly people: Locator
  readonly authors: Locator
  readonly addPersonButton: Locator

  constructor(private readonly page: Page) {
    this.people = page.getByRole('table', { name: 'People' })
    this.authors = page.getByRole('list', { name: 'Authors' })
    this.addPersonButton = page.getByRole('button', { name: 'Add person' })
  }

  async open(): Promise<void> {
    await goTo(this.page, 'People')
    await expect(this.people).toBeVisible()
  }

  /** Adds somebody by name, the role's title such as `Desk chief`, and passphrase. */
  async addPerson(name: string, role: string, secret: string): Promise<void> {
    await this.addPersonButton.click()
    const dialog = this.page.getByRole('dialog', { name: 'Add a person' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Role').selectOption(role)
    await dialog.getByLabel('Passphrase').fill(secret)
    await dialog.getByRole('button', { name: 'Add person' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.people.getByRole('rowheader', { name })).toBeVisible()
  }

  /** Gives somebody who lost theirs a new passphrase. */
  async resetPassphrase(name: string, secret: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: 'Set passphrase…' }).click()
    const dialog = this.page.getByRole('dialog', { name: `New passphrase for ${name}` })
    await dialog.getByLabel('New passphrase', { exact: true }).fill(secret)
    await dialog.getByLabel('New passphrase again').fill(secret)
    await dialog.getByRole('button', { name: 'Set passphrase' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Gives an author a portrait and a biography. */
  async describeAuthor(name: string, words: { biography: string; portrait: Buffer }): Promise<void> {
    await this.authors.getByRole('button', { name: `Change ${name}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `Change ${name}` })
    await dialog.getByLabel('Biography').fill(words.biography)
    await dialog.getByRole('button', { name: 'Choose portrait' }).click()
    const asked = this.page.waitForEvent('filechooser')
    await this.page
      .getByRole('dialog', { name: 'Portrait' })
      .getByRole('button', { name: 'From this computer…' })
      .click()
    const picture = { name: 'portrait.png', mimeType: 'image/png', buffer: words.portrait }
    await (await asked).setFiles(picture)
    await expect(dialog.getByRole('img', { name: 'Present portrait' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Save author' }).click()
    await expect(dialog).toBeHidden()
  }
}
