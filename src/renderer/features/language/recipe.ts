import type { StyleScope } from '../../../shared/checking/check-style'
import type { Finding } from '../../../shared/checking/finding'
import type { DictionaryText } from '../../../shared/checking/speller'
import type { StyleRule } from '../../../shared/checking/style-rules'

/** A dictionary to check with: one of Galley's own by its name, or one of the library's with its text. */
export interface ChosenDictionary {
  name: string
  /** Null for one that Galley brings along. */
  text: DictionaryText | null
}

/** What texts are checked for. Plain data, so that it can be sent to the worker. */
export interface Recipe {
  scope: StyleScope
  /** None while the house style is switched off. */
  rules: readonly StyleRule[]
  /** Null where spelling is switched off or there is no dictionary. */
  dictionary: ChosenDictionary | null
  houseWords: readonly string[]
}

/** What the worker is told; it answers one order before it gets the next. */
export type Order =
  | { kind: 'prepare'; recipe: Recipe }
  /** `careful`: says before each rule that it is tried next, so that a slow one can be named. */
  | { kind: 'check'; text: string; careful: boolean }
  | { kind: 'suggest'; word: string }

export type Answer =
  /** `trouble`: why the dictionary cannot be used, or null. */
  | { kind: 'prepared'; trouble: string | null }
  | { kind: 'checked'; findings: readonly Finding[] }
  | { kind: 'suggested'; words: readonly string[] }
  /** On the way to `checked`: a rule's id, or null for spelling. */
  | { kind: 'trying'; rule: string | null }

/** Which of Galley's dictionaries is for a language: British spellings wherever English is not American or Canadian. */
export function ownDictionaryFor(lang: string): OwnDictionary | null {
  const [language, ...rest] = lang.toLowerCase().split('-')
  if (language !== 'en') return null
  if (rest.length === 0 || rest.includes('ca')) return 'en'
  return rest.includes('us') ? 'en-US' : 'en-GB'
}
/** `en` takes both spellings for right. */
export type OwnDictionary = 'en' | 'en-US' | 'en-GB'

/** Which of a library's dictionaries is best for a language: its own, the wider one, or that of another country. */
export function libraryDictionaryFor(lang: string, languages: readonly string[]): string | null {
  const wanted = lang.toLowerCase()
  const [base = ''] = wanted.split('-')
  const known = languages.map((language) => ({ language, tag: language.toLowerCase() }))
  const best =
    known.find(({ tag }) => tag === wanted) ??
    known.find(({ tag }) => tag === base) ??
    known.find(({ tag }) => tag.startsWith(`${base}-`))
  return best?.language ?? null
}
