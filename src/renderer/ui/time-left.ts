/** Estimated time left in words, or '' while two seconds of work don't tell yet. `elapsed` in milliseconds. */
export function timeLeft(done: number, total: number, elapsed: number): string {
  if (elapsed < 2000 || done <= 0 || total <= 0 || done >= total) return ''
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000)
  if (seconds < 60) return `${seconds} s left`
  return `about ${Math.round(seconds / 60)} min left`
}
