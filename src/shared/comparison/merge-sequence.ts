import { align, type Likeness, type Step } from './align'
import type { Choice, Merged } from './merge-value'

/** How two versions of one list are merged. */
export interface SequenceRules<T> extends Likeness<T> {
  /** Merges an element that both sides changed. */
  merge(base: T, mine: T, theirs: T): Merged<readonly T[]>
}

/** A stretch of a merged list: settled by itself, or to be chosen. */
export type Slot<T> =
  | { conflict: false; items: readonly T[] }
  | { conflict: true; base: readonly T[]; mine: readonly T[]; theirs: readonly T[]; both: readonly T[] }

/** What became of an element of the base on one side. */
type Fate<T> = { kind: 'same' | 'changed'; now: T } | { kind: 'removed' } | { kind: 'moved' }

/** One side's version of a list, told as what it did to the base. */
interface Edits<T> {
  /** By place in the base. */
  fates: Fate<T>[]
  /** By the place in the base that it stands before. `from` is where it stood in the base, when it was moved. */
  inserted: { item: T; from: number | null }[][]
}

/**
 * Merges two versions of a list. What only one side did is done; what both did to the same element, or put in the same
 * place, has to be chosen unless it is the same. Nothing that a side wrote is left out of the slots.
 */
export function mergeSequence<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
): Slot<T>[] {
  const my = editsOf(base, mine, rules)
  const their = editsOf(base, theirs, rules)
  const slots: Slot<T>[] = []
  for (let place = 0; place <= base.length; place += 1) {
    slots.push(mergeInsertions(insertedAt(my, place, their), insertedAt(their, place, my, true), rules))
    const [was, ours, others] = [base[place], my.fates[place], their.fates[place]]
    if (was !== undefined && ours && others) slots.push(mergeFates(was, ours, others, rules))
  }
  return joinSettled(slots)
}

/** The list that a choice in every conflict gives. */
export const chosenItems = <T>(slots: readonly Slot<T>[], choice: Choice): T[] =>
  slots.flatMap((slot) => (slot.conflict ? slot[choice] : slot.items))

function editsOf<T>(base: readonly T[], side: readonly T[], rules: Likeness<T>): Edits<T> {
  const fates: Fate<T>[] = []
  const inserted: Edits<T>['inserted'] = [[]]
  for (const step of align(base, side, rules)) {
    const place = inserted.at(-1)
    if (step.kind === 'added') place?.push({ item: step.after, from: null })
    else if (step.kind === 'moved-here') place?.push({ item: step.after, from: step.from })
    else {
      fates.push(fateOf(step))
      inserted.push([])
    }
  }
  return { fates, inserted }
}

function fateOf<T>(step: Extract<Step<T>, { before: T }>): Fate<T> {
  switch (step.kind) {
    case 'removed':
      return { kind: 'removed' }
    case 'moved-away':
      return { kind: 'moved' }
    default:
      return { kind: step.kind, now: step.after }
  }
}

/** What one side put before a place. What it moved there comes as the other side left it, and only once. */
function insertedAt<T>(edits: Edits<T>, place: number, other: Edits<T>, givesWay = false): T[] {
  return (edits.inserted[place] ?? []).flatMap(({ item, from }) => {
    const fate = from === null ? undefined : other.fates[from]
    if (fate?.kind === 'changed') return [fate.now]
    return fate?.kind === 'moved' && givesWay ? [] : [item]
  })
}

function mergeInsertions<T>(mine: readonly T[], theirs: readonly T[], { key }: Likeness<T>): Slot<T> {
  if (theirs.length === 0) return { conflict: false, items: mine }
  if (mine.length === 0) return { conflict: false, items: theirs }
  const keys = new Set(mine.map(key))
  const rest = theirs.filter((item) => !keys.has(key(item)))
  const isSame =
    mine.length === theirs.length && theirs.every((item, at) => key(item) === keyAt(mine, at, key))
  return isSame
    ? { conflict: false, items: mine }
    : { conflict: true, base: [], mine, theirs, both: [...mine, ...rest] }
}

function keyAt<T>(items: readonly T[], at: number, key: (item: T) => string): string | undefined {
  const item = items[at]
  return item === undefined ? undefined : key(item)
}

function mergeFates<T>(base: T, mine: Fate<T>, theirs: Fate<T>, rules: SequenceRules<T>): Slot<T> {
  // What was moved is told of where it went.
  if (mine.kind === 'moved' || theirs.kind === 'moved') return { conflict: false, items: [] }
  if (mine.kind === 'removed' || theirs.kind === 'removed') {
    const changed = [mine, theirs].flatMap((fate) => (fate.kind === 'changed' ? [fate.now] : []))
    if (changed.length === 0) return { conflict: false, items: [] }
    const [ours, others] = mine.kind === 'changed' ? [changed, []] : [[], changed]
    return { conflict: true, base: [base], mine: ours, theirs: others, both: changed }
  }
  if (theirs.kind === 'same') return { conflict: false, items: [mine.now] }
  if (mine.kind === 'same') return { conflict: false, items: [theirs.now] }
  if (rules.key(mine.now) === rules.key(theirs.now)) return { conflict: false, items: [mine.now] }
  const merged = rules.merge(base, mine.now, theirs.now)
  if (!merged.conflict) return { conflict: false, items: merged.mine }
  const { mine: ours, theirs: others, both } = merged
  return { conflict: true, base: [base], mine: ours, theirs: others, both: both ?? [...ours, ...others] }
}

function joinSettled<T>(slots: readonly Slot<T>[]): Slot<T>[] {
  const joined: Slot<T>[] = []
  for (const slot of slots) {
    const last = joined.at(-1)
    if (!slot.conflict && last && !last.conflict) last.items = [...last.items, ...slot.items]
    else if (slot.conflict || slot.items.length > 0) joined.push({ ...slot })
  }
  return joined
}
