import type { InputOf, OutputOf } from '../../shared/contract'
import type { IndexEntry } from '../../shared/article/index-entry'
import { ok, type Result } from '../../shared/kernel/result'
import type { PageTeaser } from '../../shared/render/page-model'
import { compareTeasers, teaserFrom } from '../../shared/render/teaser'
import { allPins } from '../../shared/site/front'
import type { Room } from './room'
import { asReadersKnow } from './article-pages'
import { rememberedOf } from './export-memory'
import type { ExportMemory } from './publishing-ports'
import { stillStands } from './settled'
import { concernsExport } from './site-files'
import { standingOf } from './standing'
import { gatherSurroundings } from './surroundings'
import { viewpointOf, type Viewpoint } from './viewpoint'

/**
 * How many articles are opened for a preview, and of how many it has pictures: of the whole site, of each category, and
 * of the category that is looked at. Each is more than a page of its kind shows.
 */
const looked = { site: 40, category: 16, chosen: 24 }

/**
 * What the front page and a category's first page are made of: what an export would list. Articles that the last export
 * left settled are not opened. Of the others, only those changed last are, since going through a whole site would take
 * seconds; how many that leaves out is told.
 */
export async function previewLists(
  room: Room,
  memory: ExportMemory,
  { category }: InputOf<'preview.lists'>,
): Promise<Result<OutputOf<'preview.lists'>, never>> {
  const viewpoint = await viewpointOf(room)
  const { library } = viewpoint
  const { settled } = rememberedOf(viewpoint, memory)
  const teasers: PageTeaser[] = []
  const unknown: IndexEntry[] = []
  for (const entry of await library.articles.entries()) {
    if (!concernsExport(entry) || entry.publicState === 'withdrawn') continue
    const known = settled.get(entry.id)
    if (known && stillStands(known, viewpoint)) teasers.push(known.outline.teaser)
    else unknown.push(entry)
  }
  const pins = new Set(allPins(library.settings.read().site.front).map(({ id }) => id))
  const opened = firstOf(
    unknown.sort((one, other) => (one.updatedAt > other.updatedAt ? -1 : 1)),
    category,
    pins,
  )
  for (const { id } of opened) {
    const teaser = await teaserOf(id, viewpoint)
    if (teaser) teasers.push(teaser)
  }
  teasers.sort(compareTeasers)
  const pictures = firstOf(teasers, category, pins).flatMap(({ thumbnail }) => thumbnail?.media ?? [])
  const surroundings = await gatherSurroundings(library, { authors: [], pictures, related: [] }, {})
  return ok({ surroundings, teasers, leftOut: unknown.length - opened.length })
}

/** The first of all, the first of each category, and those that are pinned. */
function firstOf<T extends { id: string; category: string | null }>(
  ordered: readonly T[],
  chosen: string | null,
  pins: ReadonlySet<string>,
): T[] {
  const counts = new Map<string | null, number>()
  return ordered.filter(({ id, category }, index) => {
    const count = counts.get(category) ?? 0
    counts.set(category, count + 1)
    const most = category === chosen ? looked.chosen : looked.category
    return index < looked.site || count < most || pins.has(id)
  })
}

async function teaserOf(id: string, viewpoint: Viewpoint): Promise<PageTeaser | null> {
  const found = await viewpoint.library.articles.find(id)
  const standing = found.ok ? await standingOf(found.value, viewpoint) : null
  if (standing?.kind !== 'ready' && standing?.kind !== 'kept') return null
  const { authors } = standing.page.content
  const around = await gatherSurroundings(viewpoint.library, { authors, pictures: [], related: [] }, {})
  return teaserFrom(standing.page, asReadersKnow(standing, around))
}
