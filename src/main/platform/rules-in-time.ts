import { createContext, Script } from 'node:vm'
import { checkRule, type CompiledRule } from '../../shared/checking/check-style'
import type { Finding } from '../../shared/checking/finding'
import type { RulesInTime } from '../services/ports'

/** How long all rules together, and then each by itself, may take over one text, in milliseconds. */
const limits = { together: 300, alone: 100 }

/**
 * Looks for style rules in the desk itself. A newsroom may write any pattern, and some take years over one paragraph:
 * V8 is told to stop after a moment (a run in `node:vm` can be stopped, even within a regular expression). A rule that
 * was stopped once is left out for as long as this desk runs.
 */
export function createRulesInTime(): RulesInTime {
  const tooSlow = new Set<string>()
  return (text, rules) => {
    const quick = rules.filter(({ pattern }) => !tooSlow.has(String(pattern)))
    const findings = inTime(limits.together, () => quick.flatMap((rule) => checkRule(text, rule)))
    const found = findings ?? oneByOne(text, quick, tooSlow)
    const stopped = rules.filter(({ pattern }) => tooSlow.has(String(pattern))).map(({ rule }) => rule.id)
    return { findings: found, stopped }
  }
}

/** Finds out which rule it is, and what the others find. */
function oneByOne(text: string, rules: readonly CompiledRule[], tooSlow: Set<string>): Finding[] {
  return rules.flatMap((rule) => {
    const findings = inTime(limits.alone, () => checkRule(text, rule))
    if (findings === null) tooSlow.add(String(rule.pattern))
    return findings ?? []
  })
}

const room: { work: (() => unknown) | null } = { work: null }
createContext(room)
const call = new Script('work()')

/** What some work gives; null where it was not done within that many milliseconds. */
function inTime<T>(milliseconds: number, work: () => T): T | null {
  room.work = work
  try {
    return call.runInContext(room, { timeout: milliseconds }) as T
  } catch (failure) {
    if (isTimeout(failure)) return null
    throw failure
  } finally {
    room.work = null
  }
}

/** The failure is no `Error` of this realm: it is made within the one that was stopped. */
const isTimeout = (failure: unknown): boolean =>
  typeof failure === 'object' &&
  failure !== null &&
  'code' in failure &&
  failure.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
