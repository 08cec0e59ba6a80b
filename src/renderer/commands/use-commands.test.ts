import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeGalley, type FakeGalley } from '../testing/fake-galley'
import { inWindow } from '../testing/in-window'
import { useCommand, useCommandKeys, useRefusals, useRunCommand } from './use-commands'

let galley: FakeGalley
let unmount: () => void = () => {}
beforeEach(() => (galley = createFakeGalley()))
afterEach(() => {
  unmount()
  document.body.replaceChildren()
})

function answering(commands: Record<'view.search' | 'article.new' | 'article.save', () => void>) {
  const { value, app } = inWindow(galley, () => {
    useCommandKeys()
    useCommand('view.search', commands['view.search'])
    useCommand('article.new', commands['article.new'])
    useCommand('article.save', commands['article.save'])
    return useRunCommand()
  })
  unmount = () => app.unmount()
  return value
}

const press = (target: EventTarget, init: KeyboardEventInit) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}

const spies = () => ({ 'view.search': vi.fn(), 'article.new': vi.fn(), 'article.save': vi.fn() })

describe('commands', () => {
  it('runs a command by its key and keeps the browser from acting on it', () => {
    const told = spies()
    answering(told)
    const event = press(document.body, { key: 's', code: 'KeyS', ctrlKey: true })
    expect(told['article.save']).toHaveBeenCalledOnce()
    expect(event.defaultPrevented).toBe(true)
  })

  it('leaves keys alone that nothing answers, and keys already dealt with', () => {
    const told = spies()
    answering(told)
    expect(press(document.body, { key: 'b', code: 'KeyB', ctrlKey: true }).defaultPrevented).toBe(false)
    const stopped = new KeyboardEvent('keydown', { key: 's', code: 'KeyS', ctrlKey: true, cancelable: true })
    stopped.preventDefault()
    document.dispatchEvent(stopped)
    expect(told['article.save']).not.toHaveBeenCalled()
  })

  it('keeps plain keys out of text fields, but not keys with Ctrl', () => {
    const told = spies()
    answering(told)
    const input = document.body.appendChild(document.createElement('input'))
    press(input, { key: '/', code: 'Slash' })
    press(input, { key: 'n', code: 'KeyN' })
    press(input, { key: 's', code: 'KeyS', ctrlKey: true })
    expect(told['view.search']).not.toHaveBeenCalled()
    expect(told['article.new']).not.toHaveBeenCalled()
    expect(told['article.save']).toHaveBeenCalledOnce()
    press(document.body, { key: '/', code: 'Slash' })
    press(document.body, { key: 'n', code: 'KeyN' })
    expect(told['view.search']).toHaveBeenCalledOnce()
    expect(told['article.new']).toHaveBeenCalledOnce()
  })

  it('runs what the native menu chose, and nothing unknown', () => {
    const told = spies()
    answering(told)
    galley.tell('command.chosen', { command: 'article.new' })
    galley.tell('command.chosen', { command: 'toString' })
    expect(told['article.new']).toHaveBeenCalledOnce()
  })

  it('says why a command would do nothing, and what nothing answers', () => {
    const { value: refusalOf, app } = inWindow(galley, () => {
      useCommand('article.save', () => undefined)
      useCommand(
        'article.new',
        () => undefined,
        () => 'Editors make articles',
      )
      return useRefusals()
    })
    unmount = () => app.unmount()
    expect(refusalOf('article.save')).toBe('')
    expect(refusalOf('article.new')).toBe('Editors make articles')
    expect(refusalOf('go.desk')).toBeUndefined()
  })

  it('lets the newest answer, and the one before it once that is gone', () => {
    const told = spies()
    const run = answering(told)
    expect(run('article.save')).toBe(true)
    expect(run('go.desk')).toBe(false)
    unmount()
    unmount = () => {}
    expect(run('article.save')).toBe(false)
  })
})
