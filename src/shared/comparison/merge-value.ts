import { canonicalJson } from '../kernel/canonical-json'

/** The two texts that are merged, and both of them one behind the other. */
export type Choice = 'mine' | 'theirs' | 'both'

/** What a merge of one thing gives for each choice; all the same where nothing has to be chosen. */
export interface Merged<T> {
  conflict: boolean
  mine: T
  theirs: T
  /** Null where the two exclude each other. */
  both: T | null
}

export const settled = <T>(value: T): Merged<T> => ({
  conflict: false,
  mine: value,
  theirs: value,
  both: value,
})

/** Whether two plain values say the same. */
export const saysSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other))

/**
 * Merges one value that two people may have changed: who changed it wins, and where both did, they have to choose.
 * @param join both values in one, or null where that cannot be
 */
export function mergeValue<T>(
  base: T,
  mine: T,
  theirs: T,
  join: (mine: T, theirs: T) => T | null = () => null,
): Merged<T> {
  if (saysSame(mine, theirs) || saysSame(base, theirs)) return settled(mine)
  if (saysSame(base, mine)) return settled(theirs)
  return { conflict: true, mine, theirs, both: join(mine, theirs) }
}

/**
 * Merges a plain record value by value. A choice decides all that is in conflict; the rest is the same in each.
 * @param merge merges one value; as `mergeValue` without a join when it is left out
 */
export function mergeRecord<T extends object>(
  base: T,
  mine: T,
  theirs: T,
  merge: (name: keyof T) => Merged<T[keyof T]> = (name) => mergeValue(base[name], mine[name], theirs[name]),
): Merged<T> {
  const names = Object.keys({ ...base, ...mine, ...theirs }) as (keyof T)[]
  const parts = names.map((name) => [name, merge(name)] as const)
  const pick = (choice: Choice): T =>
    Object.fromEntries(
      parts.map(([name, part]) => [name, part[choice]]).filter(([, value]) => value !== undefined),
    ) as T
  return {
    conflict: parts.some(([, part]) => part.conflict),
    mine: pick('mine'),
    theirs: pick('theirs'),
    both: parts.some(([, part]) => part.conflict && part.both === null) ? null : pick('both'),
  }
}
