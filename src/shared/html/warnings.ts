/** Sentences about what an import left out or changed: each once, and never more than a person would read. */
export interface Warnings {
  add(sentence: string): void
  all(): string[]
}

const most = 50

/** An empty list of warnings. */
export function collectWarnings(): Warnings {
  const sentences = new Set<string>()
  let further = 0
  return {
    add(sentence) {
      if (sentences.has(sentence)) return
      if (sentences.size < most) sentences.add(sentence)
      else further += 1
    },
    all: () => [...sentences, ...(further > 0 ? [`And ${further} more like these.`] : [])],
  }
}

/** A piece of a file's text, short enough to stand in a sentence. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return `“${letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : line}”`
}
