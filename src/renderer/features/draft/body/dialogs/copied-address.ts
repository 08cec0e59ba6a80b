import { addressIn } from './web-address'

/**
 * The address in the clipboard, or null: where it holds something else, and where reading it would have to be
 * asked of the person first.
 */
export async function copiedAddress(): Promise<string | null> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    return state === 'granted' ? addressIn(await navigator.clipboard.readText()) : null
  } catch {
    // A browser that knows no such permission reads nothing unasked.
    return null
  }
}
