import { useCommand } from '../../../commands/use-commands'
import { runCommand, type BodyCommand, type BodyTools } from './commands/body-command'
import { bodyCommands } from './commands/body-commands'

const fields = 'input, textarea, select, [contenteditable=true]'

/** Answers the body's commands for as long as the calling component is in the window. */
export function useBodyCommands(tools: BodyTools, mayEdit: () => boolean): void {
  /** A field beside the body keeps the keys for itself. */
  const inAnotherField = (): boolean => {
    const { activeElement } = document
    return activeElement !== tools.editor.view.dom && activeElement?.matches(fields) === true
  }
  const answer = (command: BodyCommand): void => {
    if (!mayEdit() || inAnotherField() || command.fits?.(tools.editor) === false) return
    runCommand(command, tools)
  }
  for (const command of bodyCommands) useCommand(command.id, () => answer(command))
}
