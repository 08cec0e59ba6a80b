interface Named {
  id: string
  name: string
}

/** What is typed of a name after an @ right before the caret; null where nothing is. */
export function typedName(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|\s)@([^@\n]{0,40})$/u.exec(text.slice(0, caret))
  const typed = found?.[1]
  return typed === undefined ? null : { from: caret - typed.length - 1, typed }
}

/** People whose names begin, in one of their parts, with what was typed. */
export const namesLike = <P extends Named>(people: readonly P[], typed: string): P[] => {
  const wanted = typed.trim().toLowerCase()
  return people.filter(({ name }) =>
    [name, ...name.split(/\s+/u)].some((part) => part.toLowerCase().startsWith(wanted)),
  )
}

/** The people that a text calls on by `@` and their whole name. */
export const mentionsIn = (text: string, people: readonly Named[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
