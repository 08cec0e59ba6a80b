import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { onActivated, onDeactivated, onScopeDispose } from 'vue'
import { commands, type Command, type CommandId } from '../../shared/commands/catalogue'
import { useGalley } from '../backend'
import { isKeys, isPlain, keysInWords } from './keys'

/** Gives false to leave the command to the browser, such as undoing in a field that is no part of the article. */
type Handler = () => unknown
/** Says why the command would do nothing now; '' where it would do something. */
type Refusal = () => string
interface Answer {
  run: () => boolean
  refusal: Refusal
}

const ids = Object.keys(commands) as CommandId[]
const isCommand = (id: string): id is CommandId => id in commands
const onApple = () => navigator.userAgent.includes('Mac')

/** Which parts of the window answer which command now; the one that came last answers. */
const useCommandRegistry = defineStore('commands', () => {
  const answers = new Map<CommandId, Answer[]>()

  function add(id: CommandId, answer: Answer): void {
    remove(id, answer)
    answers.set(id, [...(answers.get(id) ?? []), answer])
  }

  function remove(id: CommandId, answer: Answer): void {
    const rest = (answers.get(id) ?? []).filter((one) => one !== answer)
    answers.set(id, rest)
  }

  /** Runs a command; false when nothing in the window answers it now. */
  function run(id: CommandId): boolean {
    return answers.get(id)?.at(-1)?.run() ?? false
  }

  /** Why a command would do nothing now; '' where it would do something, undefined where nothing answers it. */
  const refusalOf = (id: CommandId): string | undefined => answers.get(id)?.at(-1)?.refusal()

  return { add, remove, run, refusalOf }
})

/**
 * Answers a command for as long as the calling component is in the window.
 * @param refusal says why it would do nothing now, for whoever looks for it by name; '' where it would do something
 */
export function useCommand(id: CommandId, handler: Handler, refusal: Refusal = () => ''): void {
  const registry = useCommandRegistry()
  const answer: Answer = { run: () => handler() !== false, refusal }
  const stop = () => registry.remove(id, answer)
  registry.add(id, answer)
  onActivated(() => registry.add(id, answer))
  onDeactivated(stop)
  onScopeDispose(stop)
}

/** Runs commands by their ids, such as from a button. */
export function useRunCommand(): (id: CommandId) => boolean {
  return useCommandRegistry().run
}

/** Tells why a command would do nothing now: '' where it would do something, undefined where nothing answers it. */
export function useRefusals(): (id: CommandId) => string | undefined {
  return useCommandRegistry().refusalOf
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
