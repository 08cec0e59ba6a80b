import type { InputOf, OutputOf } from '../../../shared/contract'
import { stateNames, type ShownState } from '../../../shared/workflow/states'

type Wanted = InputOf<'article.list'>
export type Facets = Pick<OutputOf<'article.list'>, 'states' | 'categories' | 'authors'>
export type FilterName = keyof Facets
export type SortKey = Wanted['sort']

/** One value of a filter, with how many articles it would show. */
export interface FilterValue {
  value: string
  label: string
  count: number
}

export const noFacets: Facets = { states: {}, categories: {}, authors: {} }

/** The states that articles are in or that are chosen, in the workflow's order. */
export const stateValues = (counts: Facets['states'], chosen: readonly string[]): FilterValue[] =>
  (Object.keys(stateNames) as ShownState[])
    .map((value) => ({ value, label: stateNames[value], count: counts[value] ?? 0 }))
    .filter((one) => one.count > 0 || chosen.includes(one.value))

/** The categories that hold articles or are chosen, in the site's order; what the site no longer names comes last. */
export function categoryValues(
  counts: Facets['categories'],
  chosen: readonly string[],
  siteOrder: readonly string[],
): FilterValue[] {
  const named = [...siteOrder, ...Object.keys(counts), ...chosen]
  return [...new Set(named)]
    .map((value) => ({ value, label: value || 'No category', count: counts[value] ?? 0 }))
    .filter((one) => one.count > 0 || chosen.includes(one.value))
}

/** The authors that articles name or that are chosen, those of most articles first. */
export const authorValues = (counts: Facets['authors'], chosen: readonly string[]): FilterValue[] =>
  [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, label: value, count: counts[value] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))

/** Whether a column reads best from its largest value down when it is first sorted by. */
export const startsDescending = (sort: SortKey): boolean => sort === 'updated' || sort === 'words'
