/** How a licence stands on a day: `ends-soon` is within the next 30 days, the last one included. */
type LicenceStanding = 'none' | 'fine' | 'ends-soon' | 'ended'

const soon = 30
const dayLength = 86_400_000

/**
 * How a licence that ends on a day stands.
 * @param expires the last day it holds (YYYY-MM-DD), or null where it has no end
 * @param today YYYY-MM-DD
 */
export function licenceStanding(expires: string | null, today: string): LicenceStanding {
  if (expires === null) return 'none'
  if (expires < today) return 'ended'
  return Date.parse(expires) - Date.parse(today) <= soon * dayLength ? 'ends-soon' : 'fine'
}

/** A licence's standing in words, or '' where there is nothing to say. */
export function licenceWords(expires: string | null, today: string): string {
  switch (licenceStanding(expires, today)) {
    case 'ended':
      return `Licence ended on ${expires}`
    case 'ends-soon':
      return `Licence ends on ${expires}`
    case 'fine':
      return `Licence until ${expires}`
    case 'none':
      return ''
  }
}
