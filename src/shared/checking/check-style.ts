import { err, ok, type Result } from '../kernel/result'
import { capitalised, startsWithCapital } from './check-spelling'
import type { Finding } from './finding'
import type { StyleRule } from './style-rules'

/** A rule that is ready to be looked for. */
export interface CompiledRule {
  rule: StyleRule
  /** Global and Unicode-aware. */
  pattern: RegExp
}

/** What a text belongs to, as far as rules care. */
export interface StyleScope {
  lang: string
  /** A category's id, or null while none is chosen. */
  category: string | null
}

/** No text has a use for more of one rule's findings at a time. */
const mostPerRule = 200

/** A rule made ready, or in words why its pattern cannot be. */
export function compileRule(rule: StyleRule): Result<CompiledRule, string> {
  const source = rule.pattern ?? (rule.words ?? []).map(wholeWords).join('|')
  try {
    return ok({ rule, pattern: new RegExp(source, rule.case === 'exact' ? 'gu' : 'giu') })
  } catch (failure) {
    return err(patternFault(failure))
  }
}

/** Words as a pattern that finds them as they stand and not within others; a space is any run of spaces. */
function wholeWords(words: string): string {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')
  const before = /^[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}_])' : ''
  const after = /[\p{L}\p{M}\p{N}]$/u.test(words) ? '(?![\\p{L}\\p{M}\\p{N}_])' : ''
  return `${before}${literal}${after}`
}

/** What is wrong with a pattern: the engine's words without its repetition of the pattern. */
function patternFault(failure: unknown): string {
  const words = failure instanceof Error ? failure.message : String(failure)
  return `the pattern cannot be read: ${words.replace(/^Invalid regular expression: .*: /s, '')}`
}

/** Whether a rule is looked for in texts of that kind. */
export const applies = ({ off, categories, languages }: StyleRule, { lang, category }: StyleScope): boolean =>
  off !== true &&
  (categories === undefined || (category !== null && categories.includes(category))) &&
  (languages === undefined || languages.some((one) => isOrIsIn(lang.toLowerCase(), one.toLowerCase())))

const isOrIsIn = (lang: string, wider: string): boolean => lang === wider || lang.startsWith(`${wider}-`)

/** Everything that one rule finds in a text. */
export function checkRule(text: string, { rule, pattern }: CompiledRule): Finding[] {
  const findings: Finding[] = []
  for (const match of text.matchAll(pattern)) {
    const found = match[0]
    if (found === '') continue
    findings.push({
      kind: 'style',
      rule: rule.id,
      severity: rule.severity,
      message: rule.message,
      from: match.index,
      to: match.index + found.length,
      text: found,
      replacements: rule.replacement === undefined ? [] : [replacementFor(rule, match)],
    })
    if (findings.length === mostPerRule) break
  }
  return findings
}

/** The rule's replacement with its groups filled in; it begins with a capital where the words it replaces do. */
function replacementFor({ replacement = '', case: casing }: StyleRule, match: RegExpExecArray): string {
  const filled = replacement.replace(/\$(\$|&|\d{1,2})/g, (_sign, name: string) => {
    if (name === '$') return '$'
    return (name === '&' ? match[0] : match[Number(name)]) ?? ''
  })
  return casing !== 'exact' && startsWithCapital(match[0]) ? capitalised(filled) : filled
}
