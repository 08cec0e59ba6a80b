import { z } from 'zod'
import { idSchema } from '../kernel/ids'

const pinsSchema = z
  .array(idSchema)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'name an article twice')

/**
 * What the front page shows where, by ids of articles. It says what was asked for: an article that is not on the site
 * falls out when the page is made, and is back when it is public again.
 */
export const frontSchema = z.strictObject({
  lead: idSchema.nullable(),
  /** In the order in which they are shown. */
  secondary: pinsSchema,
  /** The same for each category, by its id. */
  sections: z.record(z.string().max(100), pinsSchema),
})
export type Front = z.infer<typeof frontSchema>

/** A front page that nothing is pinned to: the newest articles. */
export const emptyFront: Front = { lead: null, secondary: [], sections: {} }

/** A place of the front page: its lead, the articles beside it, or a category's section by the category's id. */
export type FrontPlace = { in: 'lead' } | { in: 'secondary' } | { in: 'section'; category: string }

/** The articles pinned to a place, in order. */
export function pinsAt(front: Front, place: FrontPlace): readonly string[] {
  if (place.in === 'lead') return front.lead === null ? [] : [front.lead]
  return place.in === 'secondary' ? front.secondary : (front.sections[place.category] ?? [])
}

/**
 * The front with an article pinned to a place. An article has one place: it leaves the one it had, and a lead that makes
 * way for it becomes the first beside it.
 * @param at how many stand before it there; last, when left out
 */
export function pin(front: Front, id: string, place: FrontPlace, at?: number): Front {
  const without = unpin(front, id)
  if (place.in === 'lead') {
    const former = without.lead === null ? [] : [without.lead]
    return { ...without, lead: id, secondary: [...former, ...without.secondary] }
  }
  const pins = [...pinsAt(without, place)]
  pins.splice(at ?? pins.length, 0, id)
  return place.in === 'secondary'
    ? { ...without, secondary: pins }
    : { ...without, sections: { ...without.sections, [place.category]: pins } }
}

/** The front without an article, wherever it stood. */
export function unpin(front: Front, id: string): Front {
  const sections = Object.entries(front.sections).flatMap(([category, pins]) => {
    const left = pins.filter((one) => one !== id)
    return left.length > 0 ? [[category, left] as const] : []
  })
  return {
    lead: front.lead === id ? null : front.lead,
    secondary: front.secondary.filter((one) => one !== id),
    sections: Object.fromEntries(sections),
  }
}

/** Every pinned article with its place, from the top of the page down. */
export function allPins(front: Front): { id: string; place: FrontPlace }[] {
  const places: FrontPlace[] = [
    { in: 'lead' },
    { in: 'secondary' },
    ...Object.keys(front.sections).map((category) => ({ in: 'section' as const, category })),
  ]
  return places.flatMap((place) => pinsAt(front, place).map((id) => ({ id, place })))
}
