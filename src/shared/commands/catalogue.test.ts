import { describe, expect, it } from 'vitest'
import { commands, menuNames, type Command } from './catalogue'

const all: Command[] = Object.values(commands)

describe('the command catalogue', () => {
  it('gives no key to two commands', () => {
    const keys = all.flatMap((command) => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('puts every command into a known menu and gives it a title of its own', () => {
    expect(all.every((command) => menuNames.includes(command.menu))).toBe(true)
    expect(new Set(all.map((command) => command.title)).size).toBe(all.length)
  })
})
