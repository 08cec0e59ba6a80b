import { galley, galleyJson } from './command-line'

/** The people of the small library, all with the tests' passphrase. */
export const people = {
  admin: 'Ada Admin',
  editor: 'Eda Editor',
  chief: 'Chidi Chief',
  production: 'Pia Production',
} as const

/** Makes a library with one person of each role and no article. */
export async function makeSmallLibrary(path: string): Promise<void> {
  await mustSucceed(['init', path])
  await mustSucceed(['person', path, 'add', people.admin, '--role', 'admin'])
  for (const role of ['editor', 'chief', 'production'] as const) {
    await galleyJson(['person', path, 'add', people[role], '--role', role, '--as', people.admin])
  }
}

/** Runs `galley …` and throws where it does not succeed. */
export async function mustSucceed(args: string[]): Promise<void> {
  const { code, stderr } = await galley(args)
  if (code !== 0) throw new Error(`galley ${args.join(' ')} ended with ${code}: ${stderr}`)
}
