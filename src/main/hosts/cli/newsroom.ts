import type { ImportedFile, InputOf, OutputOf, RequestName, SessionView } from '../../../shared/contract'
import type { Result } from '../../../shared/kernel/result'
import type { FileToImport } from '../../services/importing'
import type { PersonView } from '../../../shared/workflow/people'
import type { Refusal } from './outcome'

/** An open library as commands use it: the requests of the contract, in the name of one person or of nobody. */
export interface Newsroom {
  session: SessionView
  /** Who asks; null for commands that only read. */
  person: PersonView | null
  /** Imports a file together with the pictures that stand beside it. */
  importFile(file: FileToImport): Promise<Result<ImportedFile, Refusal>>
  /** Author ids for names as they are typed; names that nobody has yet become byline profiles. */
  authorsCalled(names: readonly string[]): Promise<Result<string[], Refusal>>
  ask<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>, Refusal>>
}
