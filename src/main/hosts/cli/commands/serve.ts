import { ok } from '../../../../shared/kernel/result'
import { usualHome } from '../../../platform/app-home'
import type { Here } from '../command-line'
import { failed, refused, type Done } from '../outcome'

/** `galley serve`: the browser host, until it is stopped. */
export async function serve(
  library: string,
  { port = 0, open }: { port?: number; open: boolean },
  { terminal, place, wantsJson }: Here,
): Promise<Done> {
  const [{ createDesk }, { showInBrowser }, { findBrowser }] = await Promise.all([
    import('../../../desk'),
    import('../../browser/run'),
    import('../../browser/find-browser'),
  ])
  const home = usualHome(terminal.env)
  const desk = createDesk({ home, who: 'galley serve', remembers: false, runsSchedules: true })
  const opened = await desk.openLibrary(library)
  if (!opened.ok) {
    await desk.close()
    return failed(opened.error)
  }
  const { readOnlyBecause, problems } = opened.value
  if (readOnlyBecause !== null)
    terminal.say(`The library is open elsewhere (${readOnlyBecause}): it can only be read here.`)
  for (const problem of problems) terminal.say(problem)

  const shown = await showInBrowser({
    desk,
    place,
    port,
    browser: open ? findBrowser() : null,
    home,
    ready: (url) => void terminal.out(wantsJson ? `${JSON.stringify({ url })}\n` : `${url}\n`),
    windowFailed: (url) => terminal.say(`The browser did not start. Open ${url}`),
    reportBug: (bug) => terminal.say(`Something went wrong inside Galley: ${String(bug)}`),
    stopped: terminal.stopped(),
  })
  return shown.ok ? ok({ json: undefined, text: '' }) : refused(shown.error)
}
