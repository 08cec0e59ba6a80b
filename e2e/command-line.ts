import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './host-process'

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** The passphrase of everybody in the libraries the tests make. */
export const passphrase = 'a test passphrase'

const run = promisify(execFile)

/** Runs `galley …` to its end. */
export async function galley(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const env = { ...process.env, GALLEY_PASSPHRASE: passphrase, ...environment }
  try {
    const done = await run(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
      env,
      maxBuffer: 1e8,
    })
    return { code: 0, ...done }
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: unknown; stdout: string; stderr: string }
    if (typeof code !== 'number') throw failure
    return { code, stdout, stderr }
  }
}

/** Runs `galley … --json`, which must succeed, and gives what it printed. */
export async function galleyJson<T>(
  args: readonly string[],
  environment?: Record<string, string>,
): Promise<T> {
  const { code, stdout, stderr } = await galley([...args, '--json'], environment)
  if (code !== 0) throw new Error(`galley ${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}
