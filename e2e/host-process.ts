import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const root = join(import.meta.dirname, '..')

/** A browser host in a process of its own. */
export interface HostProcess {
  host: ChildProcess
  /** The address to open, with its token. */
  url: string
}

/** Starts the browser host on a library and waits for its address. */
export async function serve(library: string, home: string): Promise<HostProcess> {
  const host = startHost(library, home)
  for await (const line of createInterface({ input: host.stdout })) {
    return { host, url: (JSON.parse(line) as { url: string }).url }
  }
  throw new Error('The browser host ended before it told its address.')
}

/** Starts the browser host on a library and waits for nothing; its first line will be `{"url": …}`. */
export function startHost(library: string, home: string) {
  return spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', library, '--no-open', '--json'], {
    env: { ...process.env, GALLEY_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Ends a host and waits until it is gone. */
export async function endHost(host: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return
  const gone = new Promise<void>((resolve) => host.once('exit', () => resolve()))
  host.kill(signal)
  await gone
}
