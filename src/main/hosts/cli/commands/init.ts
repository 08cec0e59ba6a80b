import { basename } from 'node:path'
import { ok } from '../../../../shared/kernel/result'
import type { Desk } from '../../../desk'
import { deskFor } from '../open-newsroom'
import { failed, type Done } from '../outcome'
import type { Terminal } from '../terminal'

/** `galley init`: makes a library in a folder that is empty or does not exist yet. */
export async function init(folder: string, sample: boolean, terminal: Terminal): Promise<Done> {
  const desk = await deskFor(terminal, true)
  try {
    const made = sample ? await desk.createSample(folder) : await desk.createLibrary(folder, basename(folder))
    if (!made.ok) return failed(made.error)
    const next = sample
      ? `It holds sample articles, people and pictures. ${await tellPassphrase(desk)}`
      : `Add the first person, who becomes its admin: galley person ${folder} add NAME --role admin`
    return ok({ json: { library: made.value.path }, text: `Made ${made.value.path}.\n${next}` })
  } finally {
    await desk.close()
  }
}

/** The sample's passphrase is no secret: it tells it to everybody who opens it. */
async function tellPassphrase(desk: Desk): Promise<string> {
  const state = await desk.openSession(() => {}).answer('session.state', {})
  const passphrase = state.ok ? state.value.samplePassphrase : null
  return passphrase === null ? '' : `Everybody’s passphrase there is “${passphrase}”.`
}
