/** The list with the item at `from` moved by `step` places; the same list where it cannot move there. */
export function moved<T>(list: readonly T[], from: number, step: number): T[] {
  const to = from + step
  const copy = [...list]
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return copy
  const [item] = copy.splice(from, 1)
  if (item !== undefined) copy.splice(to, 0, item)
  return copy
}
