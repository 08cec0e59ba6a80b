import type { QueueCounts } from './use-queue-counts'

/** A number beside a place of the main navigation, and what it counts, in words. */
export interface Badge {
  text: string
  words: string
}

/** What asks for a person at each place: what waits in the review queue, and what came back to them at the desk. */
export function badgesOf({ waiting, taken, changesRequested, mentions }: QueueCounts): Record<string, Badge> {
  const badges: Record<string, Badge> = {}
  if (waiting > 0) {
    badges['review'] = {
      text: taken > 0 ? `${taken}/${waiting}` : String(waiting),
      words: taken > 0 ? `${waiting} waiting, ${taken} with you` : `${waiting} waiting`,
    }
  }
  const back = [
    changesRequested > 0 && `${changesRequested} sent back to you`,
    mentions > 0 && `${mentions} with a comment for you`,
  ].filter((one) => one !== false)
  if (back.length > 0) badges['desk'] = { text: String(changesRequested + mentions), words: back.join(', ') }
  return badges
}
