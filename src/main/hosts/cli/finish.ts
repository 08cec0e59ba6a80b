import { harmlessText } from './harmless-text'
import { reasonOf, type Done } from './outcome'
import type { Terminal } from './terminal'

/**
 * Prints what a command did: its document or its words on the standard output, refusals on the standard error.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function finish(terminal: Terminal, wantsJson: boolean, done: Done): Promise<0 | 1 | 2> {
  if (!done.ok) {
    const reason = reasonOf(done.error)
    terminal.say(reason)
    const { kind } = done.error
    const code = kind === 'failed' ? done.error.error.code : kind
    if (wantsJson) await terminal.out(`${JSON.stringify({ error: { code, reason } }, null, 2)}\n`)
    return done.error.kind === 'usage' ? 2 : 1
  }
  const { json, text, raw, refused = [] } = done.value
  if (wantsJson) {
    if (json !== undefined) await terminal.out(`${JSON.stringify(json, null, 2)}\n`)
  } else if (raw !== undefined) await terminal.out(raw)
  else if (text !== '') await terminal.out(`${harmlessText(text)}\n`)
  for (const reason of refused) terminal.say(reason)
  return refused.length > 0 ? 1 : 0
}
