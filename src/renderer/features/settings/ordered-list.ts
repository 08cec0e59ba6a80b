/** The list with one entry moved up (-1) or down (+1); unchanged at its ends. */
export function moveEntry<T extends { id: string }>(all: readonly T[], id: string, by: -1 | 1): T[] {
  const from = all.findIndex((one) => one.id === id)
  const moved = all[from]
  const swapped = all[from + by]
  if (!moved || !swapped) return [...all]
  return all.map((one, index) => (index === from ? swapped : index === from + by ? moved : one))
}
