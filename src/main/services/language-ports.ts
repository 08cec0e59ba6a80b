import type { DictionaryText } from '../../shared/checking/speller'
import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'

type ReadError = ErrorWith<'damaged-file'>
type WriteError = ErrorWith<'disk-write-failed' | 'read-only' | 'damaged-file'>

/** The files of the house style, as text. Names are without their ending. */
export interface StyleStore {
  /** Every style file, in the order of their names. */
  files(): Promise<{ file: string; text: string }[]>
  /** A file's earlier versions, in no order. */
  history(file: string): Promise<string[]>
  /**
   * Replaces a file by what `decide` makes of it (null: there is none yet). The text before is kept for good under
   * the name of its version.
   */
  change<E>(
    file: string,
    decide: (text: string | null) => Result<{ text: string; keptAs: number }, E>,
  ): Promise<Result<void, E | WriteError>>
}

/** The library's own dictionaries. */
export interface DictionaryStore {
  /** Languages that the library brings a whole dictionary for. */
  languages(): Promise<string[]>
  /** The dictionary of exactly that language; null when there is none. */
  read(language: string): Promise<Result<DictionaryText | null, ReadError>>
  houseWords(): Promise<string[]>
  changeHouseWords(
    decide: (words: readonly string[]) => readonly string[],
  ): Promise<Result<string[], WriteError>>
}
