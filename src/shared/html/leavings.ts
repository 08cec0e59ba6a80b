/** Kinds of things that a document holds and an article does not take: one, and so many. */
const kinds = {
  style: () => 'styles',
  comment: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
  deletion: (count: number) => (count === 1 ? '1 deleted passage' : `${count} deleted passages`),
  hidden: (count: number) => (count === 1 ? '1 hidden part' : `${count} hidden parts`),
  bookmark: (count: number) => (count === 1 ? '1 bookmark' : `${count} bookmarks`),
  tracking: (count: number) => (count === 1 ? 'the tracking in 1 link' : `the tracking in ${count} links`),
  pixel: (count: number) => (count === 1 ? '1 tracking picture' : `${count} tracking pictures`),
  link: (count: number) => (count === 1 ? '1 unusable link' : `${count} unusable links`),
  picture: (count: number) =>
    count === 1 ? '1 picture that cannot be reached' : `${count} pictures that cannot be reached`,
  elsewhere: (count: number) =>
    count === 1
      ? '1 picture of another site (its link stays)'
      : `${count} pictures of other sites (their links stay)`,
}
type Kind = keyof typeof kinds

/** Counts what is left out of a document. */
export interface Leavings {
  add(kind: Kind, count?: number): void
  /** What was counted, each as words such as `2 comments`. */
  inWords(): string[]
}

/** Nothing left out so far. */
export function countLeavings(): Leavings {
  const counts = new Map<Kind, number>()
  return {
    add(kind, count = 1) {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count)
    },
    inWords: () => [...counts].map(([kind, count]) => kinds[kind](count)),
  }
}
