import nspell from 'nspell'
import { scriptsOf } from './words'

/** A Hunspell dictionary as its two files hold it. */
export interface DictionaryText {
  aff: string
  dic: string
}

/** Knows the words of one language. */
export interface Speller {
  /** Whether a word is right, or none that this dictionary could judge. */
  knows(word: string): boolean
  /** What may have been meant, the likeliest first. Takes its time: up to a second for a long word. */
  suggest(word: string): string[]
  /** Takes words for right from now on. */
  learn(words: readonly string[]): void
}

const mostSuggestions = 6
/** Suggesting for more than a word's worth of letters would take minutes. */
const longestWord = 40

/**
 * A speller of one dictionary.
 * @param wordLists further word lists for the same affixes, such as another country's spellings
 * @throws when nspell cannot make sense of the affix file
 */
export function createSpeller({ aff, dic }: DictionaryText, wordLists: readonly string[] = []): Speller {
  // nspell can only take a second word list where the affixes hold no rules of compounds, so it gets one.
  const speller = nspell({ aff, dic: [dic, ...wordLists.map(withoutCount)].join('\n') })
  const script = scriptsOf(dic.slice(0, 20_000))
  const judged = new Map<string, boolean>()

  function judge(word: string): boolean {
    if (script !== 0 && (scriptsOf(word) & ~script) !== 0) return true
    if (speller.correct(word)) return true
    const base = word.replace(/'s?$/u, '')
    if (base !== word && speller.correct(base)) return true
    const parts = word.split(/[-‐]/u)
    return parts.length > 1 && parts.every((part) => part.length < 2 || knows(part))
  }

  function knows(word: string): boolean {
    const known = judged.get(word)
    if (known !== undefined) return known
    const answer = judge(word)
    judged.set(word, answer)
    return answer
  }

  return {
    knows,
    learn(words) {
      for (const word of words) speller.add(word)
      judged.clear()
    },
    suggest: (word) => (word.length > longestWord ? [] : speller.suggest(word).slice(0, mostSuggestions)),
  }
}

/** A word list without its first line, which counts the others. */
const withoutCount = (dic: string): string => dic.replace(/^\ufeff?\s*\d+[^\n]*\n/, '')
