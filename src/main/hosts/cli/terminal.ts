/** What a command has of the world: its streams, its environment and its person. Tests give their own. */
export interface Terminal {
  /** Writes to the standard output. */
  out(text: string | Uint8Array): Promise<void>
  /** Writes to the standard error: messages and progress. */
  say(text: string): void
  env: Readonly<Record<string, string | undefined>>
  /** Whether a person sits at it who can be asked. */
  interactive: boolean
  /** Asks without showing what is typed. */
  askHidden(question: string): Promise<string>
  /** Resolves when the process is told to stop. */
  stopped(): Promise<void>
  now(): Date
}

/** This process's own terminal. */
export function ownTerminal(): Terminal {
  // Whoever reads may stop reading, as `head` does: nobody is left to tell, so that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return {
    out: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => resolve())
      }),
    say: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    askHidden,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
      }),
    now: () => new Date(),
  }
}

/** Reads a line from the keyboard in raw mode, so that the terminal echoes nothing. */
function askHidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve) => {
    let typed = ''
    const finish = (text: string): void => {
      stdin.off('data', read)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      resolve(text)
    }
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n' || key === '\u0004') return finish(typed)
        if (key === '\u0003') {
          finish('')
          process.kill(process.pid, 'SIGINT')
          return
        }
        typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key
      }
    }
    stdin.on('data', read)
  })
}
