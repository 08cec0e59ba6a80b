import { parseArgs } from 'node:util'
import { errorText } from '../../../shared/kernel/explain-error'
import { createDesk, type Desk } from '../../desk'
import { usualHome } from '../../platform/app-home'
import { reportToStderr } from '../../platform/error-log'
import { findBrowser } from './find-browser'
import { showInBrowser } from './run'

const usage = 'npm start [-- LIBRARY] [--port N] [--no-open]'

/**
 * Starts the product in a browser: the library that is named, else the one opened last, else the sample.
 * @param place the folder a build writes
 * @returns the exit code
 */
export async function startInBrowser(argv: readonly string[], place: string): Promise<number> {
  const wanted = readArguments(argv)
  if (!wanted) {
    say(`Usage: ${usage}`)
    return 2
  }
  const home = usualHome(process.env)
  const desk = createDesk({
    home,
    who: 'Galley in a browser',
    runsSchedules: true,
    onMakingSample: () => say('Making the sample library…'),
  })
  if (!(await openFor(desk, wanted.library))) {
    await desk.close()
    return 1
  }
  const shown = await showInBrowser({
    desk,
    place,
    port: wanted.port,
    browser: wanted.open ? findBrowser() : null,
    home,
    ready: (url, opened) =>
      process.stdout.write(
        opened ? `Galley is open in its window. It is also at ${url}\n` : `Galley is at ${url}\n`,
      ),
    windowFailed: (url) => say(`The browser did not start. Open ${url}`),
    reportBug: (bug) => void reportToStderr(bug, 'serving'),
    stopped: told(),
  })
  if (shown.ok) return 0
  say(shown.error)
  return 1
}

/** Opens what is to be shown; false when a library was named and cannot be opened. */
async function openFor(desk: Desk, named: string | null): Promise<boolean> {
  const last = named ?? (await desk.recentLibraries())[0]
  const opened = last === undefined ? await desk.openSample() : await desk.openLibrary(last)
  if (!opened.ok) {
    say(errorText(opened.error))
    // Without a library the window offers to open one, make one or try the sample.
    return named === null
  }
  const { path, readOnlyBecause } = opened.value
  if (readOnlyBecause !== null)
    say(`${path} is open elsewhere (${readOnlyBecause}): it can only be read here.`)
  return true
}

function readArguments(
  argv: readonly string[],
): { library: string | null; port: number; open: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
    })
    const port = Number(values.port)
    if (positionals.length > 1 || !/^\d{1,5}$/.test(values.port) || port > 65_535) return null
    return { library: positionals[0] ?? null, port, open: !values['no-open'] }
  } catch {
    return null
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Resolves when the process is told to stop. */
const told = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
