import { describe, expect, it, vi } from 'vitest'
import { commands } from '../../../shared/commands/catalogue'
import { menuTemplate } from './menu'

const itemsOf = (platform: NodeJS.Platform, choose = vi.fn()) =>
  menuTemplate(choose, vi.fn(), platform).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))

describe('the native menu', () => {
  it('holds every command of the catalogue once, with its title and key', () => {
    const items = itemsOf('linux')
    for (const [id, command] of Object.entries(commands)) {
      const found = items.filter((item) => item.id === id)
      expect(found).toHaveLength(1)
      expect(found[0]?.label).toBe(command.title)
      if ('keys' in command && command.keys.includes('+')) expect(found[0]?.accelerator).toBe(command.keys)
    }
  })
  it('tells which command was chosen', () => {
    const choose = vi.fn()
    const item = itemsOf('darwin', choose).find(({ id }) => id === 'article.new')
    item?.click?.({} as never, undefined, {} as never)
    expect(choose).toHaveBeenCalledExactlyOnceWith('article.new', undefined)
  })
})
