import { describe, expect, it } from 'vitest'
import { isKeys, isPlain, keysInWords, type KeyPress } from './keys'

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
})

describe('keys', () => {
  it('takes Ctrl elsewhere and Command on Apple machines', () => {
    const ctrlS = press('s', 'KeyS', { ctrlKey: true })
    expect(isKeys(ctrlS, 'CmdOrCtrl+S', false)).toBe(true)
    expect(isKeys(ctrlS, 'CmdOrCtrl+S', true)).toBe(false)
    expect(isKeys(press('s', 'KeyS', { metaKey: true }), 'CmdOrCtrl+S', true)).toBe(true)
  })

  it('wants exactly the modifiers named', () => {
    expect(isKeys(press('s', 'KeyS'), 'CmdOrCtrl+S', false)).toBe(false)
    expect(isKeys(press('S', 'KeyS', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+S', false)).toBe(false)
    expect(isKeys(press('n', 'KeyN'), 'N', false)).toBe(true)
    expect(isKeys(press('N', 'KeyN', { shiftKey: true }), 'N', false)).toBe(false)
  })

  it('finds digits under Shift and Alt, and letters on other scripts', () => {
    expect(isKeys(press('*', 'Digit8', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Shift+8', false)).toBe(
      true,
    )
    expect(isKeys(press('™', 'Digit2', { metaKey: true, altKey: true }), 'CmdOrCtrl+Alt+2', true)).toBe(true)
    expect(isKeys(press('ы', 'KeyS', { ctrlKey: true }), 'CmdOrCtrl+S', false)).toBe(true)
  })

  it('knows the arrows by their directions', () => {
    const up = press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true })
    expect(isKeys(up, 'Alt+Shift+Up', false)).toBe(true)
    expect(isKeys(up, 'Alt+Shift+Down', false)).toBe(false)
    expect(keysInWords('Alt+Shift+Up', false)).toBe('Alt+Shift+↑')
  })

  it('takes a sign wherever the keyboard has it', () => {
    expect(isKeys(press('/', 'Slash'), '/', false)).toBe(true)
    expect(isKeys(press('/', 'Digit7', { shiftKey: true }), '/', false)).toBe(true)
    expect(isKeys(press(',', 'Comma', { ctrlKey: true }), 'CmdOrCtrl+,', false)).toBe(true)
  })

  it('knows plain keys and says keys in words', () => {
    expect(isPlain('/')).toBe(true)
    expect(isPlain('CmdOrCtrl+N')).toBe(false)
    expect(isPlain('Shift+F8')).toBe(false)
    expect(keysInWords('CmdOrCtrl+Shift+P', false)).toBe('Ctrl+Shift+P')
    expect(keysInWords('CmdOrCtrl+Shift+P', true)).toBe('⇧⌘P')
  })
})
