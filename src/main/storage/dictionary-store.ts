import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { languageSchema } from '../../shared/article/content'
import { readHouseWords, writeHouseWords } from '../../shared/checking/house-dictionary'
import type { DictionaryText } from '../../shared/checking/speller'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { DictionaryStore } from '../services/language-ports'
import type { ReadError, WriteError } from '../services/ports'
import type { StorageContext } from './durable-json-file'
import { namesIn, replaceFile } from './durable-write'
import { codeOf, damaged, failureOf, reasonFor } from './faults'

const houseFile = 'house.txt'
/** The largest Hunspell dictionaries have some ten million bytes. */
const mostBytes = 32 * 1024 * 1024

/** `dictionaries/<lang>.aff` and `.dic`, as Hunspell has them, and the words of the house in `dictionaries/house.txt`. */
export class StoredDictionaries implements DictionaryStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: Pick<StorageContext, 'disk' | 'refusal'>,
  ) {}

  async languages(): Promise<string[]> {
    const names = await namesIn(this.folder)
    const languages = names.flatMap((name) => (name.endsWith('.dic') ? [tagOf(name)] : []))
    return [...new Set(languages)].filter((language) => languageSchema.safeParse(language).success)
  }

  async read(language: string): Promise<Result<DictionaryText | null, ReadError>> {
    const names = await namesIn(this.folder)
    const named = (ending: string): string | undefined =>
      names.find((name) => name.endsWith(ending) && tagOf(name).toLowerCase() === language.toLowerCase())
    const dic = named('.dic')
    const aff = named('.aff')
    if (dic === undefined) return ok(null)
    if (aff === undefined)
      return err(damaged(join(this.folder, dic), `${tagOf(dic)}.aff is missing beside it`))
    const rules = await this.#bytesOf(aff)
    if (!rules.ok) return rules
    const words = await this.#bytesOf(dic)
    if (!words.ok) return words
    return this.#decode({ name: aff, bytes: rules.value }, { name: dic, bytes: words.value })
  }

  /** Both files are written in the encoding that the affix file names. */
  #decode(
    aff: { name: string; bytes: Uint8Array },
    dic: { name: string; bytes: Uint8Array },
  ): Result<DictionaryText, ReadError> {
    const encoding = /^\s*SET\s+(\S+)/m.exec(new TextDecoder('latin1').decode(aff.bytes))?.[1] ?? 'UTF-8'
    try {
      const decoder = new TextDecoder(encoding.replace(/^ISO(\d)/i, 'ISO-$1'), { fatal: true })
      const text = { aff: decoder.decode(aff.bytes), dic: decoder.decode(dic.bytes) }
      if (/^\s*\d+/.test(text.dic)) return ok(text)
      return err(damaged(join(this.folder, dic.name), 'it does not begin with the number of its words'))
    } catch {
      return err(
        damaged(join(this.folder, dic.name), `it is not written in ${encoding}, as ${aff.name} says`),
      )
    }
  }

  async #bytesOf(name: string): Promise<Result<Uint8Array, ReadError>> {
    const path = join(this.folder, name)
    try {
      if ((await stat(path)).size > mostBytes) return err(damaged(path, 'it is too large for a dictionary'))
      return ok(await readFile(path))
    } catch (failure) {
      return err(damaged(path, `it cannot be read: ${reasonFor(failure)}`))
    }
  }

  async houseWords(): Promise<string[]> {
    try {
      return readHouseWords(await readFile(join(this.folder, houseFile), 'utf8'))
    } catch (failure) {
      if (codeOf(failure) === 'ENOENT') return []
      throw failure
    }
  }

  changeHouseWords(
    decide: (words: readonly string[]) => readonly string[],
  ): Promise<Result<string[], WriteError>> {
    return this.#turns.take('', async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const path = join(this.folder, houseFile)
      const words = [...decide(await this.houseWords())]
      try {
        await this.context.disk.makeFolder(this.folder)
        await replaceFile(this.context.disk, path, writeHouseWords(words))
        return ok(words)
      } catch (failure) {
        return failureOf(failure, path)
      }
    })
  }

  /** Resolves when every change asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }
}

/** The language tag in a dictionary's file name: `en_GB.dic` is en-GB. */
const tagOf = (name: string): string => name.replace(/\.[^.]+$/, '').replaceAll('_', '-')
