/** Something that can be chosen from a list. `hint` is shown beside its label. */
export interface Choice<Value extends string = string> {
  value: Value
  label: string
  hint?: string
}

/** How many choices a list shows at once; typing brings the others. */
const shown = 60

/** The choices that hold every word typed, those that begin with the text first. */
export function matchingChoices<C extends Choice>(choices: readonly C[], typed: string): C[] {
  const text = typed.trim().toLowerCase()
  if (!text) return choices.slice(0, shown)
  const words = text.split(/\s+/)
  const starting: C[] = []
  const holding: C[] = []
  for (const choice of choices) {
    const label = choice.label.toLowerCase()
    if (label.startsWith(text)) starting.push(choice)
    else if (words.every((word) => label.includes(word))) holding.push(choice)
  }
  return [...starting, ...holding].slice(0, shown)
}
