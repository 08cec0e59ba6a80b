import { expect, type Locator, type Page } from '@playwright/test'
import { passphrase } from '../command-line'

/** The panel that asks who sits at this window. */
export class SignInPage {
  readonly failure: Locator

  constructor(private readonly page: Page) {
    this.failure = page.getByRole('main').getByRole('alert')
  }

  async choose(person: string): Promise<void> {
    await this.page.getByRole('radio', { name: person }).check()
  }

  /** Signs a person in; they must exist. An editor without a passphrase is asked for none. */
  async signIn(person: string, secret: string = passphrase): Promise<void> {
    await this.choose(person)
    const field = this.page.getByLabel('Passphrase')
    if (await field.isVisible()) await field.fill(secret)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(this.page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  }

  /** Tries a passphrase for whoever is chosen, whatever comes of it. */
  async tryPassphrase(secret: string): Promise<void> {
    await this.page.getByLabel('Passphrase').fill(secret)
    const button = this.page.getByRole('button', { name: 'Sign in' })
    await button.click()
    await expect(button).not.toHaveAttribute('aria-busy')
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click()
    await expect(this.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  }

  /** Lets the next person sit down. */
  async changeTo(person: string, secret?: string): Promise<void> {
    await this.signOut()
    await this.signIn(person, secret)
  }
}
