/** What waits for the frame that is being made. */
const waiting = new Set<() => void>()

function workOff(): void {
  const works = [...waiting]
  waiting.clear()
  for (const work of works) work()
}

/**
 * Does some work right after the next frame was painted: a key's own frame holds the text and the preview, everything
 * else that follows from the key waits for it. All of it is done in one task, so that it is shown in one frame more.
 * @returns a way to give it up
 */
export function afterPaint(work: () => void): () => void {
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(workOff))
  waiting.add(work)
  return () => waiting.delete(work)
}
