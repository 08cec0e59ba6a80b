/** A key with its modifiers, from Electron's accelerator spelling. */
interface Keys {
  key: string
  ctrlOrCmd: boolean
  shift: boolean
  alt: boolean
}

/** What a match needs of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Electron calls the arrows by their directions alone. */
const arrows: Record<string, { key: string; sign: string }> = {
  up: { key: 'arrowup', sign: '↑' },
  down: { key: 'arrowdown', sign: '↓' },
}

const parsed = new Map<string, Keys>()

function parse(accelerator: string): Keys {
  const known = parsed.get(accelerator)
  if (known) return known
  const parts = accelerator.split('+')
  const keys = {
    key: (parts.at(-1) ?? '').toLowerCase(),
    ctrlOrCmd: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
  parsed.set(accelerator, keys)
  return keys
}

/** Whether a key press is that accelerator. `apple` chooses Command over Ctrl for `CmdOrCtrl`. */
export function isKeys(press: KeyPress, accelerator: string, apple: boolean): boolean {
  const { key, ctrlOrCmd, shift, alt } = parse(accelerator)
  if (ctrlOrCmd !== (apple ? press.metaKey : press.ctrlKey)) return false
  if (apple ? press.ctrlKey : press.metaKey) return false
  if (alt !== press.altKey) return false
  // Where a sign such as / stands differs between keyboards, and Shift may be how one gets to it.
  const isSign = /^[^a-z0-9]$/.test(key)
  if (!isSign && shift !== press.shiftKey) return false
  // The code finds digits under Shift or Alt, and letters on keyboards of other scripts.
  return (
    press.key.toLowerCase() === (arrows[key]?.key ?? key) ||
    press.code === `Digit${key}` ||
    press.code === `Key${key.toUpperCase()}`
  )
}

/** Whether an accelerator works without Ctrl, Command or Alt and types something, so that it must leave text fields alone. */
export const isPlain = (accelerator: string): boolean => {
  const { ctrlOrCmd, alt, key } = parse(accelerator)
  return !ctrlOrCmd && !alt && !/^f\d+$/.test(key)
}

/** An accelerator as this machine's people know it: `Ctrl+Shift+P`, or `⇧⌘P` on Apple's. */
export function keysInWords(accelerator: string, apple: boolean): string {
  const { ctrlOrCmd, shift, alt } = parse(accelerator)
  const named = accelerator.split('+').at(-1) ?? ''
  const key = arrows[named.toLowerCase()]?.sign ?? named
  if (apple)
    return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${ctrlOrCmd ? '⌘' : ''}${key === 'Enter' ? '↩' : key}`
  return [ctrlOrCmd && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}
