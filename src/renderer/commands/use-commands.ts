import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { onActivated, onDeactivated, onScopeDispose } from 'vue'
import { commands, type Command, type CommandId } from '../../shared/commands/catalogue'
import { useGalley } from '../backend'
import { isKeys, isPlain, keysInWords } from './keys'

/** Gives false to leave the command to the browser, such as undoing in a field that is no part of the article. */
type Handler = () => unknown
type Run = () => boolean

const ids = Object.keys(commands) as CommandId[]
const isCommand = (id: string): id is CommandId => id in commands
const onApple = () => navigator.userAgent.includes('Mac')

/** Which parts of the window answer which command now; the one that came last answers. */
const useCommandRegistry = defineStore('commands', () => {
  const handlers = new Map<CommandId, Run[]>()

  function add(id: CommandId, run: Run): void {
    remove(id, run)
    handlers.set(id, [...(handlers.get(id) ?? []), run])
  }

  function remove(id: CommandId, run: Run): void {
    const rest = (handlers.get(id) ?? []).filter((one) => one !== run)
    handlers.set(id, rest)
  }

  /** Runs a command; false when nothing in the window answers it now. */
  function run(id: CommandId): boolean {
    return handlers.get(id)?.at(-1)?.() ?? false
  }

  /** Whether something in the window answers a command now. */
  const isAnswered = (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0

  return { add, remove, run, isAnswered }
})

/** Answers a command for as long as the calling component is in the window. */
export function useCommand(id: CommandId, handler: Handler): void {
  const registry = useCommandRegistry()
  const run: Run = () => handler() !== false
  const stop = () => registry.remove(id, run)
  registry.add(id, run)
  onActivated(() => registry.add(id, run))
  onDeactivated(stop)
  onScopeDispose(stop)
}

/** Runs commands by their ids, such as from a button. */
export function useRunCommand(): (id: CommandId) => boolean {
  return useCommandRegistry().run
}

/** Tells whether something in the window answers a command now. */
export function useAnswered(): (id: CommandId) => boolean {
  return useCommandRegistry().isAnswered
}

/** Every key in words that leads to a command. */
export function allKeysOf(id: CommandId): string[] {
  const { keys, alsoKey }: Command = commands[id]
  return [keys, alsoKey].flatMap((one) => (one === undefined ? [] : keysInWords(one, onApple())))
}

/** A command's keys in words, or undefined where it has none. */
export function keysOf(id: CommandId): string | undefined {
  const { keys }: Command = commands[id]
  return keys === undefined ? undefined : keysInWords(keys, onApple())
}

/** Text fields keep plain keys to themselves, and so does what floats above the window. */
function keepsPlainKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role=dialog], [role=menu], [role=listbox]')) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Whether a key press can be nothing but typing: none of the commands is gone through for it. */
const isTyping = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !/^F\d+$/.test(key) && keepsPlainKeys(target)

/** What the native menu offers in any field, and the browser can do by itself. */
function runNative(id: CommandId): void {
  if (id === 'edit.undo') document.execCommand('undo')
  if (id === 'edit.redo') document.execCommand('redo')
}

/** Binds the catalogue's keys and the native menu to what the window answers. Once, at the window's root. */
export function useCommandKeys(): void {
  const registry = useCommandRegistry()
  const galley = useGalley()

  useEventListener(document, 'keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event)) return
    for (const id of ids) {
      const { keys, alsoKey, nativeKeys }: Command = commands[id]
      if (nativeKeys === true) continue
      const found = [keys, alsoKey].find(
        (accelerator) =>
          accelerator !== undefined &&
          isKeys(event, accelerator, onApple()) &&
          !(isPlain(accelerator) && keepsPlainKeys(event.target)),
      )
      if (found !== undefined && registry.run(id)) {
        event.preventDefault()
        return
      }
    }
  })
  onScopeDispose(
    galley.on('command.chosen', ({ command }) => {
      if (isCommand(command) && !registry.run(command)) runNative(command)
    }),
  )
}
