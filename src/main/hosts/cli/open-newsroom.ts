import { ok, type Result } from '../../../shared/kernel/result'
import type { Desk } from '../../desk'
import { usualHome } from '../../platform/app-home'
import type { Newsroom } from './newsroom'
import { failed, orFailed, refused, type Done, type Refusal } from './outcome'
import { findPerson, passphraseOf } from './sign-in'
import type { Terminal } from './terminal'

/** What a command needs of a library. */
export interface Needs {
  library: string
  /** Writing commands are refused while a desk has the library open; reading ones work. */
  writes: boolean
  /** Who signs in; nobody when it is left out. */
  as?: string | undefined
}

/** Makes the desk of one command. What wires the desk is large, so that only commands that need it load it. */
export async function deskFor(terminal: Pick<Terminal, 'env' | 'now'>, writes: boolean): Promise<Desk> {
  const [{ createDesk }, { reportToStderr }] = await Promise.all([
    import('../../desk'),
    import('../../platform/error-log'),
  ])
  return createDesk({
    home: usualHome(terminal.env),
    who: 'a galley command',
    writes,
    remembers: false,
    clock: terminal.now,
    report: reportToStderr,
  })
}

/** Opens a library, signs the person in, does the work and closes it again, whatever happened. */
export async function inNewsroom(
  terminal: Terminal,
  needs: Needs,
  work: (newsroom: Newsroom) => Promise<Done>,
): Promise<Done> {
  const desk = await deskFor(terminal, needs.writes)
  try {
    const opened = await desk.openLibrary(needs.library)
    if (!opened.ok) return failed(opened.error)
    if (needs.writes && opened.value.readOnlyBecause !== null)
      return failed({ code: 'read-only', holder: opened.value.readOnlyBecause })
    const newsroom = await enter(desk, terminal, needs.as)
    if (!newsroom.ok) return newsroom
    const done = await work(newsroom.value)
    await tellProblems(newsroom.value, terminal)
    return done
  } finally {
    await desk.close()
  }
}

/** Damaged files, those that were met only during the work among them. */
async function tellProblems({ ask }: Newsroom, terminal: Terminal): Promise<void> {
  const session = await ask('session.state', {})
  if (session.ok) for (const problem of session.value.library?.problems ?? []) terminal.say(problem)
}

async function enter(
  desk: Desk,
  terminal: Terminal,
  as: string | undefined,
): Promise<Result<Newsroom, Refusal>> {
  const conversation = desk.openSession(() => {}, { readsUnsigned: true })
  const ask: Newsroom['ask'] = async (name, input) => orFailed(await conversation.answer(name, input))
  const session = await ask('session.state', {})
  if (!session.ok) return session
  const newsroom: Newsroom = {
    ask,
    importFile: async (file) => orFailed(await conversation.importFile(file)),
    authorsCalled: async (names) => orFailed(await conversation.authorsCalled(names)),
    session: session.value,
    person: null,
  }
  if (as === undefined) return ok(newsroom)
  const found = findPerson(session.value.people, as)
  if (!found.ok) return found
  const passphrase = await passphraseOf(found.value, terminal)
  if (!passphrase.ok) return passphrase
  const person = await ask('session.sign-in', { person: found.value.id, passphrase: passphrase.value })
  if (person.ok) return ok({ ...newsroom, person: person.value })
  const { error } = person
  return error.kind === 'failed' && error.error.code === 'wrong-passphrase' && !found.value.needsPassphrase
    ? refused(`${found.value.name} has no passphrase yet: an admin sets one.`)
    : person
}
