import type { Galley } from '../../../shared/contract'
import { explainError } from '../../../shared/kernel/explain-error'
import { libraryDictionaryFor, ownDictionaryFor, type ChosenDictionary } from './recipe'

export interface Choice {
  dictionary: ChosenDictionary | null
  /** Why there is none, in words; null where there is one. */
  note: string | null
}

/**
 * The dictionary for a language: the library's own before Galley's, so that a newsroom can bring a better one.
 * @param languages those that the library has dictionaries for
 */
export async function chooseDictionary(
  galley: Galley,
  lang: string,
  languages: readonly string[],
): Promise<Choice> {
  const ours = libraryDictionaryFor(lang, languages)
  if (ours !== null) {
    const read = await galley.request('dictionary.read', { language: ours })
    if (read.ok && read.value)
      return { dictionary: { name: `library ${ours}`, text: read.value }, note: null }
    if (!read.ok)
      return { dictionary: null, note: `${explainError(read.error).what} Spelling is not checked.` }
  }
  const own = ownDictionaryFor(lang)
  if (own) return { dictionary: { name: own, text: null }, note: null }
  const files = `dictionaries/${lang}.aff and dictionaries/${lang}.dic`
  return {
    dictionary: null,
    note: `There is no dictionary for “${lang}”, so spelling is not checked. To add one, put ${files} into the library’s folder.`,
  }
}
