import type { FrontView, PinView } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import { allPins, pin, unpin, type Front, type FrontPlace } from '../../../../shared/site/front'
import type { Category } from '../../../../shared/site/settings'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done, type Refusal } from '../outcome'
import { cut, table } from '../table'

export interface FrontDeed {
  action: 'list' | 'pin' | 'unpin'
  /** As they were written: ids, their beginnings or slugs. */
  articles: readonly string[]
  /** `lead`, `secondary`, or a category's name or slug. */
  place: string
  /** Which one it is to be there, from 1; the last, when left out. */
  at?: number
}

/** `galley front`: tells what is pinned to the front page, after pinning articles or taking pins away. */
export async function arrangeFront(newsroom: Newsroom, deed: FrontDeed): Promise<Done> {
  const [shown, settings] = [await newsroom.ask('front.show', {}), await newsroom.ask('settings.get', {})]
  if (!shown.ok) return shown
  if (!settings.ok) return settings
  const { categories } = settings.value.site
  if (deed.action === 'list') return ok(told(shown.value, categories))
  const place = placeNamed(deed.place, categories)
  if (place === null)
    return wrongUsage(`There is no place “${deed.place}”: say lead, secondary or a category.`)
  const front = await arranged(newsroom, shown.value.front, deed, place)
  if (!front.ok) return front
  const done = await newsroom.ask('front.arrange', { front: front.value, was: shown.value.front })
  return done.ok ? ok(told(done.value, categories)) : done
}

/** Several articles keep the order in which they are named. */
async function arranged(
  newsroom: Newsroom,
  front: Front,
  { action, articles, at }: FrontDeed,
  place: FrontPlace,
): Promise<Result<Front, Refusal>> {
  let next = front
  for (const [index, written] of articles.entries()) {
    const id = await findArticle(newsroom, written)
    if (!id.ok) return id
    next =
      action === 'unpin'
        ? unpin(next, id.value)
        : pin(next, id.value, place, at === undefined ? undefined : Math.max(0, at - 1) + index)
  }
  return ok(next)
}

function placeNamed(name: string, categories: readonly Category[]): FrontPlace | null {
  const wanted = name.toLowerCase()
  if (wanted === 'lead' || wanted === 'secondary') return { in: wanted }
  const found = categories.find((one) => [one.name.toLowerCase(), one.slug, one.id].includes(wanted))
  return found && !found.front ? { in: 'section', category: found.id } : null
}

function told(
  { front, pins }: FrontView,
  categories: readonly Category[],
): { json: unknown; text: string; refused?: string[] } {
  const known = new Map(pins.map((one) => [one.id, one]))
  const rows = allPins(front).flatMap(({ id, place }) => {
    const found = known.get(id)
    return found ? [{ place: placeName(place, categories), ...found }] : []
  })
  return { json: { ...front, pins: rows }, text: rows.length === 0 ? 'Nothing is pinned.' : pinTable(rows) }
}

const placeName = (place: FrontPlace, categories: readonly Category[]): string =>
  place.in === 'section'
    ? (categories.find(({ id }) => id === place.category)?.name ?? place.category)
    : place.in

const pinTable = (rows: readonly (PinView & { place: string })[]): string =>
  table(
    ['place', 'article', 'headline', 'on the front page'],
    rows.map(({ place, id, headline, out }) => [
      place,
      id,
      cut(headline || 'Untitled', 50),
      out === '' ? 'yes' : `no: ${out}`,
    ]),
  )
