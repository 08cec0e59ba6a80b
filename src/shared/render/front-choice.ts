import { allPins, pinsAt, type Front } from '../site/front'
import type { Category, SiteSettings } from '../site/settings'
import type { PageTeaser } from './page-model'

/** How many articles stand beside the lead, how many each section shows, and how many a river. */
export const frontLengths = { secondary: 4, section: 3, sectionAlone: 6, river: 20 } as const

/** What the front page shows where. No article stands on it twice. */
export interface FrontChoice {
  lead: PageTeaser | null
  secondary: PageTeaser[]
  /** In the order of the navigation; categories without an article are left out. */
  sections: { category: Category; teasers: PageTeaser[] }[]
  /** One list of everything, where that is the shape. */
  river: PageTeaser[]
}

/**
 * Chooses what the front page shows: what is pinned where it is pinned, as far as it is on the site, and the newest for
 * the rest.
 * @param teasers every public article, newest first
 */
export function chooseFront(site: SiteSettings, teasers: readonly PageTeaser[]): FrontChoice {
  const known = new Map(teasers.map((teaser) => [teaser.id, teaser]))
  const pinned = (ids: readonly string[]): PageTeaser[] => ids.flatMap((id) => known.get(id) ?? [])
  const { front, branding } = site
  const choice: FrontChoice = { lead: null, secondary: [], sections: [], river: [] }
  if (branding.frontShape === 'river') {
    const first = pinned([...pinsAt(front, { in: 'lead' }), ...front.secondary])
    return { ...choice, river: upTo(frontLengths.river, first, teasers, new Set()) }
  }
  const shown = new Set<string>()
  /** Pinned to a section, so that it waits there. */
  const kept = new Set(Object.values(sectionsOf(front, site)).flat())
  if (branding.frontShape === 'lead') {
    const free = teasers.filter(({ id }) => !kept.has(id))
    const pins = pinned(front.secondary)
    const [lead = null] = pinned(front.lead === null ? [] : [front.lead])
    choice.lead = lead ?? pickFirst(free, new Set(front.secondary)) ?? pins[0] ?? teasers[0] ?? null
    if (choice.lead) shown.add(choice.lead.id)
    choice.secondary = upTo(frontLengths.secondary, pins, free, shown)
  }
  const length = branding.frontShape === 'sections' ? frontLengths.sectionAlone : frontLengths.section
  const places = site.categories.filter((category) => !category.front)
  const own = newestIn(teasers)
  choice.sections = places.flatMap((category) => {
    const pins = pinned(pinsAt(front, { in: 'section', category: category.id }))
    const found = upTo(length, pins, own.get(category.id) ?? [], shown)
    return found.length > 0 ? [{ category, teasers: found }] : []
  })
  return choice
}

/** What is pinned to sections there are. */
const sectionsOf = ({ sections }: Front, { categories }: SiteSettings): Record<string, readonly string[]> =>
  Object.fromEntries(
    categories.filter(({ front }) => !front).map(({ id }) => [id, sections[id] ?? []] as const),
  )

const pickFirst = (teasers: readonly PageTeaser[], not: ReadonlySet<string>): PageTeaser | undefined =>
  teasers.find(({ id }) => !not.has(id))

/** Pins and then the newest, none twice; all pins, and with them no more than a number. What is taken is noted. */
function upTo(
  most: number,
  pins: readonly PageTeaser[],
  newest: readonly PageTeaser[],
  shown: Set<string>,
): PageTeaser[] {
  const taken: PageTeaser[] = []
  const take = (teaser: PageTeaser): void => {
    if (shown.has(teaser.id)) return
    shown.add(teaser.id)
    taken.push(teaser)
  }
  pins.forEach(take)
  for (const teaser of newest) {
    if (taken.length >= most) break
    take(teaser)
  }
  return taken
}

function newestIn(teasers: readonly PageTeaser[]): Map<string, PageTeaser[]> {
  const lists = new Map<string, PageTeaser[]>()
  for (const teaser of teasers) {
    const list = lists.get(teaser.category)
    if (list) list.push(teaser)
    else lists.set(teaser.category, [teaser])
  }
  return lists
}

/** Articles that are pinned to the front page and not on the site, by id. */
export function fallenPins({ front }: Pick<SiteSettings, 'front'>, teasers: readonly PageTeaser[]): string[] {
  if (allPins(front).length === 0) return []
  const known = new Set(teasers.map(({ id }) => id))
  return allPins(front).flatMap(({ id }) => (known.has(id) ? [] : [id]))
}
