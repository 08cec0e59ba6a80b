import { expect, type Locator, type Page } from '@playwright/test'

/** More presses of Tab than any view has stops; the settings have the most. */
const longestWay = 400

/** A person without a mouse: keys, and the focus moved by keys. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Presses Tab, or another key that moves the focus, until it is where it is wanted. */
  async goTo(target: Locator, key = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    const element = await target.elementHandle()
    if (!element) throw new Error('There is no such place any more.')
    const way: string[] = []
    for (let step = 0; step < longestWay; step += 1) {
      if (await element.evaluate((wanted) => wanted === document.activeElement)) return
      await this.press(key)
      way.push(await this.focused())
    }
    throw new Error(`${key} never came to ${String(target)}; it came by ${way.join(' → ')}`)
  }

  /** Goes to a control and presses it. */
  async pressAt(target: Locator, key = 'Enter'): Promise<void> {
    await this.goTo(target)
    await this.press(key)
  }

  /** Goes to a field and types over what it holds. */
  async write(field: Locator, text: string): Promise<void> {
    await this.goTo(field)
    await this.press('ControlOrMeta+A')
    await this.type(text)
  }

  /** Chooses in a combobox by typing. */
  async choose(field: Locator, text: string): Promise<void> {
    await this.goTo(field)
    await this.type(text)
    await expect(this.page.getByRole('option').filter({ hasText: text }).first()).toBeVisible()
    await this.press('Enter')
  }

  async signIn(person: string, secret: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name: person })
    const chosen = this.page.getByRole('radio', { checked: true })
    await expect(chosen).toBeVisible()
    await this.goTo(chosen, 'Shift+Tab')
    for (let step = 0; step < 10 && !(await choice.isChecked()); step += 1) await this.press('ArrowDown')
    await this.write(this.page.getByLabel('Passphrase'), secret)
    await this.press('Enter')
    await expect(this.page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  }

  async signOut(): Promise<void> {
    await this.pressAt(this.page.getByRole('button', { name: 'Sign out' }))
    await expect(this.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  }

  /** Where the focus is, in words. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!element) return 'nothing'
      const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30)
      return `${element.tagName.toLowerCase()} ${name || element.id}`
    })
  }
}
