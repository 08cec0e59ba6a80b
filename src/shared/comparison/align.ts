/** What a list's elements are told apart and recognised by. */
export interface Likeness<T> {
  /** Equal elements have equal keys. */
  key(element: T): string
  /** From 0 (something else) to 1 (hardly touched), for elements whose keys differ. Without it only equal ones pair. */
  likeness?(before: T, after: T): number
  /** Whether an element is telling enough to be recognised in another place. */
  movable?(element: T): boolean
}

/** One step through two lists, in reading order. What moved is met twice: where it was, and where it is. */
export type Step<T> =
  | { kind: 'same'; before: T; after: T }
  | { kind: 'changed'; before: T; after: T }
  | { kind: 'removed'; before: T }
  | { kind: 'moved-away'; before: T }
  | { kind: 'added'; after: T }
  /** `from`: its place in the first list, counted from 0. */
  | { kind: 'moved-here'; after: T; from: number }

/** Less alike, two elements are one that went and one that came. */
const leastLikeness = 0.35
/** Beyond so many pairs in one stretch, an element is compared only with those about as far into the stretch. */
const mostPairs = 20_000
const bandWidth = 24
/** Beyond these, a stretch has nothing in common on its two sides: looking for more would take all memory. */
const mostCells = 4_000_000

/**
 * Goes through two versions of a list. Equal elements are found first, in time that hardly grows with the number of
 * changes; between them, elements that are alike are taken for one that changed.
 */
export function align<T>(before: readonly T[], after: readonly T[], rules: Likeness<T>): Step<T>[] {
  const keysBefore = before.map((element) => rules.key(element))
  const keysAfter = after.map((element) => rules.key(element))
  const pairs = equalPairs(keysBefore, keysAfter)
  if (rules.likeness) {
    const likeness = rules.likeness.bind(rules)
    for (const stretch of stretchesBetween(pairs, before.length, after.length)) {
      pairs.push(...alikePairs(before, after, stretch, likeness))
    }
  }
  pairs.sort((one, other) => one.before - other.before)
  const moves = findMoves(before, keysBefore, keysAfter, pairs, rules)
  return stepsOf(before, after, pairs, moves, (pair) => keysBefore[pair.before] === keysAfter[pair.after])
}

interface Pair {
  before: number
  after: number
}

/** Equal elements in one order on both sides: the longest such row, the n-th of equal ones standing for the n-th. */
function equalPairs(before: readonly string[], after: readonly string[]): Pair[] {
  const places = new Map(numbered(after).map((key, place) => [key, place]))
  const shared = numbered(before).flatMap((key, place) => {
    const found = places.get(key)
    return found === undefined ? [] : [{ before: place, after: found }]
  })
  return longestRising(shared)
}

/** Keys made different by how often they stood before. */
function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return `${count} ${key}`
  })
}

/** The longest part of some pairs, sorted by `before`, in which `after` rises too (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(({ after }, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.after ?? 0) < after) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const row: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) row.push(pair)
  }
  return row.reverse()
}

interface Stretch {
  before: [from: number, to: number]
  after: [from: number, to: number]
}

/** Where both lists have something between two neighbouring pairs. */
function stretchesBetween(pairs: readonly Pair[], before: number, after: number): Stretch[] {
  const stretches: Stretch[] = []
  let last: Pair = { before: -1, after: -1 }
  for (const pair of [...pairs, { before, after }]) {
    if (pair.before > last.before + 1 && pair.after > last.after + 1) {
      stretches.push({ before: [last.before + 1, pair.before], after: [last.after + 1, pair.after] })
    }
    last = pair
  }
  return stretches
}

/** The pairs in a stretch that are most alike in sum, none crossing another. */
function alikePairs<T>(
  before: readonly T[],
  after: readonly T[],
  { before: [fromBefore, toBefore], after: [fromAfter, toAfter] }: Stretch,
  likeness: (before: T, after: T) => number,
): Pair[] {
  const rows = toBefore - fromBefore
  const columns = toAfter - fromAfter
  if (rows * columns > mostCells) return []
  const least = rows === 1 && columns === 1 ? Number.MIN_VALUE : leastLikeness
  const band = rows * columns <= mostPairs ? Infinity : bandWidth
  const alike = (row: number, column: number): number => {
    if (Math.abs(column - (row * columns) / rows) > band) return 0
    const [one, other] = [before[fromBefore + row], after[fromAfter + column]]
    const found = one === undefined || other === undefined ? 0 : likeness(one, other)
    return found >= least ? found : 0
  }

  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const worth = new Float64Array(rows * columns)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const found = alike(row, column)
      worth[row * columns + column] = found
      const paired = found > 0 ? found + (best[(row + 1) * width + column + 1] ?? 0) : 0
      const skipped = Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0)
      best[row * width + column] = Math.max(paired, skipped)
    }
  }

  const pairs: Pair[] = []
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const here = best[row * width + column] ?? 0
    const found = worth[row * columns + column] ?? 0
    if (found > 0 && here === found + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push({ before: fromBefore + row, after: fromAfter + column })
      row += 1
      column += 1
    } else if (here === (best[(row + 1) * width + column] ?? 0)) row += 1
    else column += 1
  }
  return pairs
}

/** Elements without a partner that stand, unchanged, in another place: place now → place before. */
function findMoves<T>(
  before: readonly T[],
  keysBefore: readonly string[],
  keysAfter: readonly string[],
  pairs: readonly Pair[],
  { movable = () => false }: Likeness<T>,
): Map<number, number> {
  const pairedBefore = new Set(pairs.map((pair) => pair.before))
  const pairedAfter = new Set(pairs.map((pair) => pair.after))
  const gone = new Map<string, number[]>()
  keysBefore.forEach((key, place) => {
    const element = before[place]
    if (pairedBefore.has(place) || element === undefined || !movable(element)) return
    gone.set(key, [...(gone.get(key) ?? []), place])
  })
  const moves = new Map<number, number>()
  keysAfter.forEach((key, place) => {
    const from = pairedAfter.has(place) ? undefined : gone.get(key)?.shift()
    if (from !== undefined) moves.set(place, from)
  })
  return moves
}

function stepsOf<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: readonly Pair[],
  moves: ReadonlyMap<number, number>,
  isSame: (pair: Pair) => boolean,
): Step<T>[] {
  const movedAway = new Set(moves.values())
  const steps: Step<T>[] = []
  let [nextBefore, nextAfter] = [0, 0]
  for (const pair of [...pairs, { before: before.length, after: after.length }]) {
    before.slice(nextBefore, pair.before).forEach((element, index) => {
      const kind = movedAway.has(nextBefore + index) ? 'moved-away' : 'removed'
      steps.push({ kind, before: element })
    })
    after.slice(nextAfter, pair.after).forEach((element, index) => {
      const from = moves.get(nextAfter + index)
      steps.push(
        from === undefined ? { kind: 'added', after: element } : { kind: 'moved-here', after: element, from },
      )
    })
    const [was, is] = [before[pair.before], after[pair.after]]
    if (was !== undefined && is !== undefined)
      steps.push({ kind: isSame(pair) ? 'same' : 'changed', before: was, after: is })
    nextBefore = pair.before + 1
    nextAfter = pair.after + 1
  }
  return steps
}
