/** Letters that stayed. Offsets in the flat texts before and after. */
export interface Stayed {
  from: number
  to: number
  /** Where they begin now. */
  at: number
  /** Whether they stand in another place: what did not move is in its order still. */
  moved?: boolean
  /** Whether they are only a part of a word, the rest of which was changed. */
  touched?: boolean
}

/** A word, a sign or white space, with its place in the flat text. */
export interface Unit {
  text: string
  at: number
}

/** So many letters have to be the same before words in another place are taken for the very ones. */
export const enoughLetters = 16
/** Words with more letters than that between them do not belong together. */
export const furthestApart = 1000

/**
 * Words that went from one place and came in another: each that is the only one like it on both sides, with its
 * neighbours as far as these are the same. They count where enough of them stand in their order near each other.
 * @param went in the order of the text before, as `came` is in that of the text after
 */
export function movedWords(went: readonly Unit[], came: readonly Unit[]): Stayed[] {
  const pairs = withNeighbours(onlyOnes(went, came), went, came)
  const rows: Row[] = []
  for (const [index, unit] of went.entries()) {
    const now = came[pairs.get(index) ?? -1]
    if (!now) continue
    const row = rows.findLast((one) => goesOn(one, unit, now))
    if (row) addTo(row, unit, now)
    else rows.push({ runs: [movedRun(unit, now)], letters: countLetters(unit.text) })
  }
  return rows.filter(({ letters }) => letters >= enoughLetters).flatMap(({ runs }) => runs)
}

/** Words that moved, in their order on both sides. */
interface Row {
  runs: Stayed[]
  letters: number
}

const movedRun = ({ text, at }: Unit, now: Unit): Stayed => ({
  from: at,
  to: at + text.length,
  at: now.at,
  moved: true,
})

/** Whether a word comes after the last one of a row on both sides, not far from it. */
function goesOn({ runs }: Row, unit: Unit, now: Unit): boolean {
  const last = runs.at(-1)
  if (!last) return false
  const end = last.at + last.to - last.from
  return now.at >= end && now.at - end <= furthestApart && unit.at - last.to <= furthestApart
}

function addTo(row: Row, unit: Unit, now: Unit): void {
  const last = row.runs.at(-1)
  if (last?.to === unit.at && last.at + last.to - last.from === now.at) last.to += unit.text.length
  else row.runs.push(movedRun(unit, now))
  row.letters += countLetters(unit.text)
}

const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Words that stand once on either side: place in the first list → place in the second. */
function onlyOnes(went: readonly Unit[], came: readonly Unit[]): Map<number, number> {
  const [before, after] = [placesOf(went), placesOf(came)]
  const pairs = new Map<number, number>()
  for (const [text, place] of before) {
    const now = after.get(text)
    if (place !== null && now !== undefined && now !== null) pairs.set(place, now)
  }
  return pairs
}

/** Where each word stands, or null for one that stands in several places. */
function placesOf(units: readonly Unit[]): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (const [index, { text }] of units.entries())
    if (countLetters(text) > 0) places.set(text, places.has(text) ? null : index)
  return places
}

/** Pairs with what stands right beside them on both sides and is the same there. */
function withNeighbours(
  pairs: Map<number, number>,
  went: readonly Unit[],
  came: readonly Unit[],
): ReadonlyMap<number, number> {
  const taken = new Set(pairs.values())
  const goOn = (from: number, step: 1 | -1): void => {
    let [left, right] = [from + step, (pairs.get(from) ?? 0) + step]
    while (!pairs.has(left) && !taken.has(right) && went[left]?.text === came[right]?.text) {
      if (!areBeside(went, left, left - step) || !areBeside(came, right, right - step)) return
      pairs.set(left, right)
      taken.add(right)
      left += step
      right += step
    }
  }
  for (const place of [...pairs.keys()]) {
    goOn(place, 1)
    goOn(place, -1)
  }
  return pairs
}

function areBeside(units: readonly Unit[], one: number, other: number): boolean {
  const [first, second] = [units[Math.min(one, other)], units[Math.max(one, other)]]
  return first !== undefined && second !== undefined && first.at + first.text.length === second.at
}
