import { compileRule } from '../../../../shared/checking/check-style'
import type { Severity } from '../../../../shared/checking/finding'
import { styleRuleSchema, type StyleRule } from '../../../../shared/checking/style-rules'
import { slugFrom } from '../../../../shared/article/slug'
import { err, ok, type Result } from '../../../../shared/kernel/result'

/** A rule as it is edited: every field is there, and nothing has to be right yet. */
export interface RuleForm {
  id: string
  finds: 'words' | 'pattern'
  /** One expression a line. */
  words: string
  pattern: string
  tellsCase: boolean
  message: string
  suggests: 'nothing' | 'words' | 'leaving-out'
  replacement: string
  severity: Severity
  /** Ids; none means everywhere. */
  categories: string[]
  /** Tags with commas between them; none means all. */
  languages: string
  isOn: boolean
}

export const emptyRuleForm = (): RuleForm => ({
  id: '',
  finds: 'words',
  words: '',
  pattern: '',
  tellsCase: false,
  message: '',
  suggests: 'nothing',
  replacement: '',
  severity: 'should',
  categories: [],
  languages: '',
  isOn: true,
})

export function formOf(rule: StyleRule): RuleForm {
  const { replacement } = rule
  return {
    id: rule.id,
    finds: rule.pattern === undefined ? 'words' : 'pattern',
    words: (rule.words ?? []).join('\n'),
    pattern: rule.pattern ?? '',
    tellsCase: rule.case === 'exact',
    message: rule.message,
    suggests: replacement === undefined ? 'nothing' : replacement === '' ? 'leaving-out' : 'words',
    replacement: replacement ?? '',
    severity: rule.severity,
    categories: [...(rule.categories ?? [])],
    languages: (rule.languages ?? []).join(', '),
    isOn: rule.off !== true,
  }
}

/** What is wrong with a form, by its field, in words. */
export type RuleFaults = Partial<Record<keyof RuleForm, string>>

/**
 * The rule that a form describes.
 * @param taken ids of the other rules
 */
export function ruleOf(form: RuleForm, taken: readonly string[]): Result<StyleRule, RuleFaults> {
  const { replacement, categories, suggests } = form
  const words = linesOf(form.words)
  const languages = form.languages.split(/[\s,]+/).filter(Boolean)
  const wanted: StyleRule = {
    id: form.id.trim() || freeId(form.message, taken),
    ...(form.finds === 'words' ? { words } : { pattern: form.pattern }),
    message: form.message.trim(),
    ...(suggests === 'nothing' ? {} : { replacement: suggests === 'words' ? replacement : '' }),
    severity: form.severity,
    ...(form.tellsCase && { case: 'exact' as const }),
    ...(categories.length > 0 && { categories }),
    ...(languages.length > 0 && { languages }),
    ...(!form.isOn && { off: true as const }),
  }
  const faults: RuleFaults = {}
  if (form.finds === 'words' && words.length === 0) faults.words = 'Write at least one word to look for.'
  if (form.finds === 'pattern' && form.pattern === '') faults.pattern = 'Write a pattern to look for.'
  if (wanted.message === '') faults.message = 'Say what is wrong with it, in a few words.'
  if (suggests === 'words' && replacement === '')
    faults.replacement = 'Write what should stand there instead.'
  if (taken.includes(wanted.id)) faults.id = 'Another rule has this name.'
  for (const { path, message } of styleRuleSchema.safeParse(wanted).error?.issues ?? [])
    faults[fieldOf(path[0])] ??= `This ${message}.`
  const compiled = compileRule(wanted)
  if (!compiled.ok) faults[form.finds] ??= `${capital(compiled.error)}.`
  return Object.keys(faults).length > 0 ? err(faults) : ok(wanted)
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Where in the form a part of a rule is written. */
const fieldOf = (part: PropertyKey | undefined): keyof RuleForm =>
  part === 'case' ? 'tellsCase' : part === 'off' ? 'isOn' : ((part ?? 'words') as keyof RuleForm)

function freeId(message: string, taken: readonly string[]): string {
  const id = slugFrom(message, 'rule').slice(0, 60).replace(/-+$/, '')
  for (let number = 2; ; number += 1) {
    const wanted = number === 2 && !taken.includes(id) ? id : `${id}-${number}`
    if (!taken.includes(wanted)) return wanted
  }
}

/** What a rule looks for, in short. */
export const looksFor = ({ words, pattern }: Pick<StyleRule, 'words' | 'pattern'>): string =>
  pattern ?? (words ?? []).join(' · ')
