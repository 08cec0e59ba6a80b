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
  const refusal = (command: BodyCommand): string => {
    if (!mayEdit()) return 'The text can only be read now'
    if (inAnotherField()) return 'Put the caret into the body first'
    return command.fits?.(tools.editor) === false ? 'Not where the caret is' : ''
  }
  for (const command of bodyCommands)
    useCommand(
      command.id,
      () => void (refusal(command) === '' && runCommand(command, tools)),
      () => refusal(command),
    )
}
