import { articleFacts, type FactContext, type FactSource } from '../../../shared/article/facts'
import { compareFields, type ComparedField } from './comparison'

/** Everything that differs between two texts of an article: its facts in words, then its body. */
export function compareArticles(
  before: FactSource,
  after: FactSource,
  context: FactContext,
): ComparedField[] {
  const was = new Map(articleFacts(before, context).map(({ name, value }) => [name, value]))
  const is = new Map(articleFacts(after, context).map(({ name, value }) => [name, value]))
  const names = [...new Set([...is.keys(), ...was.keys()])]
  return compareFields(
    names.map((name) => ({ name, before: was.get(name) ?? '', after: is.get(name) ?? '' })),
    before.content,
    after.content,
  )
}
