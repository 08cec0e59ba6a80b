import { parse, stringify } from 'yaml'
import { err, ok, type Result } from '../kernel/result'
import { compileRule } from './check-style'
import { styleFileSchema, type StyleFile, type StyleRule } from './style-rules'

/** A style file from its text, or in words what is wrong with it. JSON is YAML too. */
export function readStyleFile(text: string): Result<StyleFile, string[]> {
  let value: unknown
  try {
    // Aliases could make a small file a huge one.
    value = parse(text, { maxAliasCount: 0, prettyErrors: false, logLevel: 'error' })
  } catch (failure) {
    return err([`it is not YAML: ${failure instanceof Error ? failure.message : String(failure)}`])
  }
  const checked = styleFileSchema.safeParse(value)
  if (!checked.success)
    return err(checked.error.issues.map(({ path, message }) => issueInWords(value, path, message)))
  const faults = ruleFaults(checked.data.rules)
  return faults.length > 0 ? err(faults) : ok(checked.data)
}

/** A style file as text, for people to read. */
export const writeStyleFile = (file: StyleFile): string =>
  stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })

/** What keeps rules from being looked for, a line each, with the rule's id. */
export const ruleFaults = (rules: readonly StyleRule[]): string[] =>
  rules.flatMap((rule) => {
    const compiled = compileRule(rule)
    return compiled.ok ? [] : [`${rule.id}: ${compiled.error}`]
  })

/** `rules.3.message` means nothing to people: the rule is named by its id where it has one. */
function issueInWords(value: unknown, path: readonly PropertyKey[], message: string): string {
  if (path[0] !== 'rules' || typeof path[1] !== 'number')
    return [path.join('.'), message].filter(Boolean).join(': ')
  const rules = (value as { rules: unknown[] }).rules
  const rule = rules[path[1]]
  const id =
    typeof rule === 'object' && rule !== null && 'id' in rule ? String(rule.id) : `rule ${path[1] + 1}`
  return [id, ...path.slice(2).map(String)].join(', ') + `: ${message}`
}
