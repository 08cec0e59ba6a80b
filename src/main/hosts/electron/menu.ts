import type { BaseWindow, MenuItemConstructorOptions } from 'electron'
import { commands, menuNames, type Command, type CommandId } from '../../../shared/commands/catalogue'

/** Hears the command a person chose, and in front of which window. */
type Choose = (command: CommandId, window: BaseWindow | undefined) => void

/**
 * The native menu, drawn from the command catalogue; text editing and window handling are the system's own roles.
 * @param openAnother opens one more window: its own session, in which somebody else may be signed in
 */
export function menuTemplate(
  choose: Choose,
  openAnother: () => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const ours = menuNames.map((name): MenuItemConstructorOptions => ({
    label: name,
    submenu: itemsOf(name, choose),
  }))
  const [file, edit] = ours
  const appMenu: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const quit: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'close' }] : [{ role: 'quit' }]
  const another: MenuItemConstructorOptions = {
    id: 'window.another',
    label: 'New window',
    click: openAnother,
  }
  if (file && Array.isArray(file.submenu)) file.submenu.push({ type: 'separator' }, another, ...quit)
  if (edit && Array.isArray(edit.submenu)) edit.submenu.push(...systemEditing)
  return [...appMenu, ...ours, { role: 'windowMenu' }]
}

/** What the system does with any text, beside the commands of ours. */
const systemEditing: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]

/** Only the system may read the clipboard unasked. */
const pastesPlain: MenuItemConstructorOptions = { role: 'pasteAndMatchStyle', registerAccelerator: true }

function itemsOf(menu: string, choose: Choose): MenuItemConstructorOptions[] {
  const entries = Object.entries(commands) as [CommandId, Command][]
  return entries
    .filter(([, command]) => command.menu === menu)
    .map(([id, command]) => ({
      id,
      label: command.title,
      // The window's own key listener acts on keys; the menu only shows them, so that nothing runs twice.
      registerAccelerator: false,
      ...(command.keys?.includes('+') ? { accelerator: command.keys } : {}),
      ...(id === 'edit.paste-plain' ? pastesPlain : {}),
      click: (_item, window) => choose(id, window),
    }))
}
