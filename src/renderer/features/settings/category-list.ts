import { slugFrom, uniqueSlug } from '../../../shared/article/slug'
import { reservedPaths, type Category } from '../../../shared/site/settings'

/** The list with a new entry at its end, whose slug and id no other has. */
export function addCategory(all: readonly Category[], name: string): Category[] {
  const taken = new Set<string>([...reservedPaths, ...all.flatMap((one) => [one.slug, one.id])])
  const slug = uniqueSlug(slugFrom(name, 'category'), (candidate) => taken.has(candidate))
  return [...all, { id: slug, name: name.trim(), slug, front: false }]
}

/** What is wrong with a list, a sentence each; empty when it can be saved. */
export function categoryProblems(all: readonly Category[]): string[] {
  const problems: string[] = []
  const slugs = new Map<string, number>()
  for (const { name, slug } of all) {
    slugs.set(slug, (slugs.get(slug) ?? 0) + 1)
    if (name.trim() === '') problems.push('A category has no name.')
    if (slug === '') problems.push(`“${name}” has no slug.`)
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
      problems.push(`The slug “${slug}” may hold only small letters, digits and single hyphens.`)
    else if ((reservedPaths as readonly string[]).includes(slug))
      problems.push(`The slug “${slug}” is a name the site keeps for itself.`)
  }
  for (const [slug, count] of slugs) {
    if (count > 1 && slug !== '') problems.push(`More than one category has the slug “${slug}”.`)
  }
  return problems
}
