import { describe, expect, it } from 'vitest'
import { shippedStyle } from '../../../../shared/checking/shipped-style'
import { emptyRuleForm, formOf, ruleOf, type RuleForm } from './rule-form'

const form = (changes: Partial<RuleForm>): RuleForm => ({
  ...emptyRuleForm(),
  words: 'very unique',
  message: 'Unique is unique.',
  ...changes,
})
const faultsOf = (changes: Partial<RuleForm>, taken: string[] = []) => {
  const made = ruleOf(form(changes), taken)
  return made.ok ? {} : made.error
}

describe('the form of a rule', () => {
  it.each(shippedStyle.rules)('shows $id and gives it back', (rule) => {
    expect(ruleOf(formOf(rule), [])).toEqual({ ok: true, value: rule })
  })

  it('names a new rule after what it says', () => {
    const named = (taken: string[]) => {
      const made = ruleOf(form({}), taken)
      return made.ok ? made.value.id : made.error
    }
    expect(named([])).toBe('unique-is-unique')
    expect(named(['unique-is-unique'])).toBe('unique-is-unique-2')
    expect(named(['unique-is-unique', 'unique-is-unique-2'])).toBe('unique-is-unique-3')
  })

  it('takes words a line each, and languages however they are parted', () => {
    const made = ruleOf(form({ words: ' one \n\n two', languages: 'en,  cy' }), [])
    expect(made).toMatchObject({ ok: true, value: { words: ['one', 'two'], languages: ['en', 'cy'] } })
  })

  it('says at each field what is wrong', () => {
    expect(faultsOf({ words: ' ', message: '' })).toMatchObject({
      words: 'Write at least one word to look for.',
      message: 'Say what is wrong with it, in a few words.',
    })
    expect(faultsOf({ finds: 'pattern', pattern: '(a' })).toEqual({
      pattern: 'The pattern cannot be read: Unterminated group.',
    })
    expect(faultsOf({ suggests: 'words' })).toEqual({ replacement: 'Write what should stand there instead.' })
    expect(faultsOf({ id: 'one' }, ['one'])).toEqual({ id: 'Another rule has this name.' })
    expect(faultsOf({ id: 'Not So' }).id).toContain('must be small letters')
    expect(faultsOf({ languages: 'e' }).languages).toContain('is not a language tag')
  })
})
