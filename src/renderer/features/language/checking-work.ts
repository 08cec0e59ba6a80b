import { checkSpelling } from '../../../shared/checking/check-spelling'
import { applies, checkRule, compileRule, type CompiledRule } from '../../../shared/checking/check-style'
import { placeholderRule, type Finding, inReadingOrder } from '../../../shared/checking/finding'
import { placeholdersIn } from '../../../shared/checking/placeholders'
import { createSpeller, type DictionaryText, type Speller } from '../../../shared/checking/speller'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { Answer, ChosenDictionary, Order, OwnDictionary } from './recipe'

type LoadOwn = (name: OwnDictionary) => Promise<{ text: DictionaryText; wordLists: string[] }>

/**
 * What the worker does with its orders: holds the rules and the dictionary ready, checks texts, suggests words.
 * @param loadOwn finds a dictionary that Galley brings along
 * @param tell answers
 */
export function createCheckingWork(
  loadOwn: LoadOwn,
  tell: (answer: Answer) => void,
): (order: Order) => Promise<void> {
  let rules: CompiledRule[] = []
  let speller: Speller | null = null
  let opened: { name: string; speller: Speller; houseWords: ReadonlySet<string> } | null = null

  /** The dictionary stays open as long as only words are added to it: opening takes a good part of a second. */
  async function open(dictionary: ChosenDictionary, houseWords: readonly string[]): Promise<Speller> {
    const wanted = new Set(houseWords)
    if (opened?.name === dictionary.name && [...opened.houseWords].every((word) => wanted.has(word))) {
      opened.speller.learn(houseWords)
      opened.houseWords = wanted
      return opened.speller
    }
    const { text, wordLists } = dictionary.text
      ? { text: dictionary.text, wordLists: [] }
      : await loadOwn(dictionary.name as OwnDictionary)
    const made = createSpeller(text, wordLists)
    made.learn(houseWords)
    opened = { name: dictionary.name, speller: made, houseWords: wanted }
    return made
  }

  async function openOrSay(
    dictionary: ChosenDictionary,
    houseWords: readonly string[],
  ): Promise<string | null> {
    try {
      speller = await open(dictionary, houseWords)
      return null
    } catch (failure) {
      return failure instanceof Error ? failure.message : String(failure)
    }
  }

  function check(text: string, careful: boolean): Finding[] {
    const trying = (rule: string | null): void => {
      if (careful) tell({ kind: 'trying', rule })
    }
    const findings: Finding[] = placeholdersIn(text).map(({ from, to }) => ({
      kind: 'placeholder',
      rule: placeholderRule,
      severity: 'must',
      message: 'A placeholder: something is still to come here.',
      from,
      to,
      text: text.slice(from, to),
      replacements: [],
    }))
    for (const rule of rules) {
      trying(rule.rule.id)
      findings.push(...checkRule(text, rule))
    }
    trying(null)
    if (speller) findings.push(...checkSpelling(text, speller))
    return inReadingOrder(findings)
  }

  return async (order) => {
    switch (order.kind) {
      case 'prepare': {
        const { recipe } = order
        rules = recipe.rules.flatMap((rule) => {
          const compiled = compileRule(rule)
          return compiled.ok && applies(rule, recipe.scope) ? [compiled.value] : []
        })
        speller = null
        const trouble = recipe.dictionary ? await openOrSay(recipe.dictionary, recipe.houseWords) : null
        return tell({ kind: 'prepared', trouble })
      }
      case 'check':
        return tell({ kind: 'checked', findings: check(order.text, order.careful) })
      case 'suggest':
        return tell({ kind: 'suggested', words: speller?.suggest(order.word) ?? [] })
      default:
        return assertNever(order)
    }
  }
}
