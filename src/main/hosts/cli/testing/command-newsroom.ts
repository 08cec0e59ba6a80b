import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { galley, galleyJson, type Run } from './run-galley'

/** A row of a command's document, as far as tests look at it. */
export interface Row {
  id: string
  headline: string
  slug: string
  state: string
  authors: string[]
  category: string
  revision: number
}

/** A fresh folder for each test, in which commands run. */
export interface CommandNewsroom {
  readonly folder: string
  /** Where the library is, or would be. */
  readonly library: string
  readonly env: Record<string, string>
  run(...argv: string[]): Promise<Run>
  json<T>(...argv: string[]): Promise<Run & { json: T }>
  /** Puts a library there with an admin, Ada, a chief, Cleo, and an editor, Ed. */
  staff(): Promise<void>
  /** Has Ed import a text, and gives the article's id. */
  imported(name?: string, text?: string): Promise<string>
}

export function useCommandNewsroom(): CommandNewsroom {
  let template: string
  let folder: string
  const library = () => join(folder, 'Library')
  const env = () => ({ GALLEY_HOME: join(folder, 'home'), GALLEY_PASSPHRASE: 'correct horse' })

  // Made once: passphrases take their time.
  beforeAll(async () => {
    template = await mkdtemp(join(tmpdir(), 'galley-cli-template-'))
    const made = join(template, 'Library')
    const secret = { GALLEY_HOME: join(template, 'home'), GALLEY_PASSPHRASE: 'correct horse' }
    await galley(['init', made], secret)
    await galley(['person', made, 'add', 'Ada', '--role', 'admin'], secret)
    await galley(['person', made, 'add', 'Cleo', '--role', 'chief', '--as', 'Ada'], secret)
    // An editor may go without one, which keeps the tests quick.
    const none = { ...secret, GALLEY_NEW_PASSPHRASE: '' }
    await galley(['person', made, 'add', 'Ed', '--role', 'editor', '--as', 'Ada'], none)
  })
  afterAll(() => rm(template, { recursive: true, force: true }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const json: CommandNewsroom['json'] = (...argv) => galleyJson(argv, env())
  return {
    get folder() {
      return folder
    },
    get library() {
      return library()
    },
    get env() {
      return env()
    },
    run: (...argv) => galley(argv, env()),
    json,
    staff: () => cp(join(template, 'Library'), library(), { recursive: true }),
    async imported(
      name = 'piece.txt',
      text = 'A quiet day\n\nNothing happened.\n\nThen it rained.',
    ): Promise<string> {
      const file = join(folder, name)
      await writeFile(file, text)
      const { json: rows } = await json<Row[]>('import', library(), file, '--as', 'Ed')
      return rows[0]?.id ?? ''
    },
  }
}
