import { expect, it } from 'vitest'
import { compileRule, type CompiledRule } from '../../shared/checking/check-style'
import { createRulesInTime } from './rules-in-time'

function ruleOf(id: string, pattern: string): CompiledRule {
  const compiled = compileRule({ id, pattern, message: 'No.', severity: 'must' })
  if (!compiled.ok) throw new Error(compiled.error)
  return compiled.value
}

it('stops a rule that would take years, names it, and gives what the others find', () => {
  const look = createRulesInTime()
  const rules = [ruleOf('endless', '(a+)+$'), ruleOf('plain', 'b')]
  const text = `${'a'.repeat(60)}b`
  const start = performance.now()
  const first = look(text, rules)
  expect(performance.now() - start).toBeLessThan(2000)
  expect(first.stopped).toEqual(['endless'])
  expect(first.findings.map(({ rule }) => rule)).toEqual(['plain'])

  const again = performance.now()
  expect(look(text, rules)).toEqual(first)
  expect(performance.now() - again).toBeLessThan(200)
})

it('names no rule that came to an end', () => {
  expect(createRulesInTime()('a b', [ruleOf('plain', 'b')])).toMatchObject({
    findings: [{ from: 2, to: 3, text: 'b' }],
    stopped: [],
  })
})
