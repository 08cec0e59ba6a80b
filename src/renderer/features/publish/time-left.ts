/** How far an export is. */
export interface ExportProgress {
  done: number
  total: number
  stage: string
}

/**
 * How long an export will still take, in words, judged by its pace so far; '' while that would be a guess.
 * @param elapsed milliseconds since it started
 */
export function timeLeft({ done, total }: Pick<ExportProgress, 'done' | 'total'>, elapsed: number): string {
  if (elapsed < 1000 || done < 1 || total < 1) return ''
  const seconds = Math.ceil(((elapsed / done) * Math.max(0, total - done)) / 1000)
  if (seconds < 60) return seconds <= 1 ? 'about a second left' : `about ${seconds} seconds left`
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`
}
