import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './navigation'

/** The site and the newsroom's rules, in sections that are saved one by one. */
export class SettingsPage {
  readonly categories: Locator

  constructor(private readonly page: Page) {
    this.categories = page.getByRole('list', { name: 'Categories' })
  }

  async open(): Promise<void> {
    await goTo(this.page, 'Settings')
    await expect(this.section('Site')).toBeVisible()
  }

  section(name: 'Site' | 'Categories' | 'Branding' | 'Reading time' | 'Rules'): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  async nameSite(name: string): Promise<void> {
    await this.section('Site').getByLabel('Site name').fill(name)
    await this.save('Site')
  }

  /** Colours as #rrggbb. */
  async colour(accents: { light: string; dark: string }): Promise<void> {
    const branding = this.section('Branding')
    await branding.getByRole('textbox', { name: 'Accent on the light page', exact: true }).fill(accents.light)
    await branding.getByRole('textbox', { name: 'Accent on the dark page', exact: true }).fill(accents.dark)
    await this.save('Branding')
  }

  async addCategory(name: string): Promise<void> {
    const section = this.section('Categories')
    await section.getByLabel('New category').fill(name)
    await section.getByRole('button', { name: 'Add category' }).click()
    await this.save('Categories')
  }

  async renameCategory(place: number, name: string): Promise<void> {
    await this.section('Categories').getByLabel(`Name of category ${place}`, { exact: true }).fill(name)
    await this.save('Categories')
  }

  async moveCategoryUp(name: string): Promise<void> {
    await this.section('Categories')
      .getByRole('button', { name: `Move ${name} up` })
      .click()
    await this.save('Categories')
  }

  private async save(name: 'Site' | 'Categories' | 'Branding'): Promise<void> {
    const section = this.section(name)
    await section.getByRole('button', { name: `Save ${name.toLowerCase()}` }).click()
    await expect(section.getByRole('status').filter({ hasText: /^\s*Saved\s*$/ })).toBeVisible()
  }
}
