import { createApp, h } from 'vue'
import { expect, it, vi } from 'vitest'
import UiMenu from './UiMenu.vue'

it('lets a refused item be gone to, says why it is refused, and does nothing with it', async () => {
  const root = document.body.appendChild(document.createElement('div'))
  const choose = vi.fn()
  const items = [
    { label: 'Hold', choose },
    { label: 'Spike', refusal: 'Only its own writer may spike it.', choose },
  ]
  const app = createApp(() => h(UiMenu, { items }, () => h('button', 'More')))
  app.mount(root)
  root.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  const refused = await vi.waitFor(() => {
    const item = document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]
    if (!item) throw new Error('The menu is not open')
    return item
  })
  const textOf = (attribute: string): string | undefined =>
    document.getElementById(refused.getAttribute(attribute) ?? '')?.textContent
  expect(refused.getAttribute('aria-disabled')).toBe('true')
  expect(refused.hasAttribute('data-disabled')).toBe(false)
  expect(textOf('aria-labelledby')).toBe('Spike')
  expect(textOf('aria-describedby')).toBe('Only its own writer may spike it.')
  refused.click()
  expect(choose).not.toHaveBeenCalled()
  app.unmount()
})
