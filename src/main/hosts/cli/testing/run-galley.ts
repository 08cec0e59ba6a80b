import { runGalley } from '../program'
import type { Terminal } from '../terminal'

/** What a run of the command line left behind. */
export interface Run {
  exitCode: number
  /** The standard output and the standard error, whole. */
  out: string
  err: string
}

/** Runs a command line in this process, without a person at the keyboard. */
export async function galley(
  argv: readonly string[],
  env: Record<string, string> = {},
  surroundings: Partial<Terminal> = {},
): Promise<Run> {
  const run: Run = { exitCode: -1, out: '', err: '' }
  const terminal: Terminal = {
    out: async (text) => {
      run.out += typeof text === 'string' ? text : new TextDecoder().decode(text)
    },
    say: (text) => {
      run.err += `${text}\n`
    },
    env: { HOME: '/nonexistent', ...env },
    interactive: false,
    askHidden: () => Promise.reject(new Error('Nobody is there to be asked.')),
    stopped: () => Promise.resolve(),
    now: () => new Date(),
    ...surroundings,
  }
  run.exitCode = await runGalley(argv, terminal, '/nonexistent')
  return run
}

/** The same with `--json`, and its document read. A standard output that is not one document throws. */
export async function galleyJson<T>(
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<Run & { json: T }> {
  const run = await galley([...argv, '--json'], env)
  return { ...run, json: JSON.parse(run.out) as T }
}
