import { createApp, h } from 'vue'
import { expect, it, vi } from 'vitest'
import type { MenuItem } from './menu-item'
import UiMenu from './UiMenu.vue'

function open(items: readonly MenuItem[]) {
  const root = document.body.appendChild(document.createElement('div'))
  const app = createApp(() => h(UiMenu, { items }, () => h('button', 'More')))
  app.mount(root)
  const button = root.querySelector('button')
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  const itemAt = (place: number): Promise<HTMLElement> =>
    vi.waitFor(() => {
      const item = document.querySelectorAll<HTMLElement>('[role=menuitem]')[place]
      if (!item) throw new Error('The menu is not open')
      return item
    })
  return { app, button, itemAt }
}

it('lets a refused item be gone to, says why it is refused, and does nothing with it', async () => {
  const choose = vi.fn()
  const { app, itemAt } = open([
    { label: 'Hold', choose },
    { label: 'Spike', refusal: 'Only its own writer may spike it.', choose },
  ])
  const refused = await itemAt(1)
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

it('gives the focus back to its button before it does what was chosen', async () => {
  const focused: unknown[] = []
  const { app, button, itemAt } = open([
    { label: 'Hold', choose: () => void focused.push(document.activeElement) },
  ])
  const item = await itemAt(0)
  item.focus()
  item.click()
  await vi.waitFor(() => expect(focused).toEqual([button]))
  app.unmount()
})
