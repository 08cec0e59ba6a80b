import { deskNotes, type Content } from '../../article/content'
import { checkRule, compileRule, type CompiledRule } from '../../checking/check-style'
import { isIgnored } from '../../checking/ignored'
import { articleTexts, type ArticleText } from '../../checking/places'
import type { Shortcoming } from '../../workflow/readiness'
import type { CheckSurroundings } from './surroundings'

/** Words of the library’s list that stand somewhere in an article, whatever their capitals. */
export function blockedWords(content: Content, { rules }: CheckSurroundings): Shortcoming[] {
  const rule = ruleFor(rules.blockedWords)
  if (!rule) return []
  const tags = content.tags.map((text): ArticleText => ({
    text,
    placeOf: () => ({ in: 'field', field: 'tags' }),
  }))
  return [...articleTexts(content), ...tags].flatMap(({ text, placeOf }) =>
    checkRule(text, rule).map((found) => ({
      sentence: `“${found.text}” is on the list of blocked words.`,
      places: [placeOf(found)],
    })),
  )
}

/** Lists that were made ready before: settings are replaced and never changed in place. */
const ready = new WeakMap<readonly string[], CompiledRule>()

function ruleFor(words: readonly string[]): CompiledRule | null {
  if (words.length === 0) return null
  const before = ready.get(words)
  if (before) return before
  const compiled = compileRule({
    id: 'blocked-words',
    // The longest first, so that a name is found whole where a part of it is listed too.
    words: [...words].sort((one, other) => other.length - one.length),
    message: 'Blocked.',
    severity: 'must',
  })
  if (!compiled.ok) throw new Error(`Plain words have to make a pattern: ${compiled.error}`)
  ready.set(words, compiled.value)
  return compiled.value
}

/** What the house style says must be mended, but for what somebody ignored with a reason. */
export function styleProblems(content: Content, { style }: CheckSurroundings): Shortcoming[] {
  const { ignored } = deskNotes(content)
  const stopped = new Set<string>()
  const problems = articleTexts(content).flatMap(({ text, placeOf }) => {
    const found = style(text, content)
    for (const rule of found.stopped) stopped.add(rule)
    return found.findings
      .filter((finding) => !isIgnored(finding, ignored))
      .map((finding) => ({
        sentence: `“${finding.text}”: ${finding.message}`,
        places: [placeOf(finding)],
      }))
  })
  return [
    ...problems,
    ...[...stopped].map((rule) => ({
      sentence: `The rule “${rule}” took too long and was left out: look for it by eye, and mend its pattern.`,
      places: [],
    })),
  ]
}
