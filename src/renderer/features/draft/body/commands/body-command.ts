import type { Editor } from '@tiptap/core'
import type { LucideIcon } from '@lucide/vue'
import { commands, type CommandId } from '../../../../../shared/commands/catalogue'
import { matchingChoices } from '../../../../ui/choice'
import type { BlockKind } from '../blocks/turn-blocks'
import { closeStep } from '../body-history'

/** What a person is asked for before something is put into the body. */
export type Question = 'link' | 'pictures' | 'gallery' | 'table' | 'card' | 'related' | 'comment'

/** The body's editor, and the way to ask the person who writes in it. */
export interface BodyTools {
  /** The id of the article that is written. */
  article: string
  editor: Editor
  ask: (question: Question) => void
}

/** Something that can be done to the body: the one source for toolbar, menus, keys and palette. */
export interface BodyCommand {
  id: CommandId
  icon: LucideIcon
  /** Further words by which it is found. */
  words?: string
  /** Whether it is on where the caret is; leave it out for what is not on or off. */
  isOn?: (editor: Editor) => boolean
  /** Whether it has any meaning where the caret is; leave it out for what always has. */
  fits?: (editor: Editor) => boolean
  run: (tools: BodyTools) => unknown
  /** What it turns a whole block into. */
  kind?: BlockKind
}

/** Runs a command as a step of its own. */
export function runCommand(command: BodyCommand, tools: BodyTools): void {
  closeStep(tools.editor)
  void command.run(tools)
}

/** What a command is called on its button: without the dots that promise a question. */
export const nameOf = ({ id }: BodyCommand): string => commands[id].title.replace('…', '')

/** The commands that bear or mean what was typed, best first. */
export function matchingCommands(all: readonly BodyCommand[], typed: string): BodyCommand[] {
  const named = all.map((command) => ({ value: command.id, label: nameOf(command), command }))
  const worded = all.map((command) => ({
    value: command.id,
    label: `${nameOf(command)} ${command.words ?? ''}`,
    command,
  }))
  const found = [...matchingChoices(named, typed), ...matchingChoices(worded, typed)]
  return [...new Set(found.map(({ command }) => command))]
}

/** Whether a node or mark is there where the caret is. */
export const on =
  (name: string, attributes: Record<string, unknown> = {}) =>
  (editor: Editor): boolean =>
    editor.isActive(name, attributes)

/** Whether the caret is outside a kind of block. */
export const outside =
  (name: string) =>
  (editor: Editor): boolean =>
    !editor.isActive(name)
