import type { InputOf, OutputOf } from '../../shared/contract'
import type { IndexEntry } from '../../shared/article/index-entry'
import { ok, type Result } from '../../shared/kernel/result'
import type { PageTeaser } from '../../shared/render/page-model'
import { compareTeasers, teaserFrom } from '../../shared/render/teaser'
import { allPins } from '../../shared/site/front'
import type { Person } from '../../shared/workflow/people'
import type { Room } from './room'
import { asReadersKnow } from './article-pages'
import { concernsExport } from './site-files'
import { standingOf } from './standing'
import { gatherSurroundings } from './surroundings'
import { viewpointOf, type Viewpoint } from './viewpoint'

/** How many articles previews look at: of the whole site, of each category, and of the one that is looked at. */
const looked = { site: 40, category: 8, chosen: 24 }

/**
 * What the front page and a category's first page are made of. Going through a whole site would take seconds, so only
 * the articles changed last are looked at, with those that are pinned.
 */
export async function previewLists(
  room: Room,
  _reader: Person | null,
  { category }: InputOf<'preview.lists'>,
): Promise<Result<OutputOf<'preview.lists'>, never>> {
  const viewpoint = await viewpointOf(room)
  const { library } = viewpoint
  const teasers: PageTeaser[] = []
  for (const { id } of worthALook(await library.articles.entries(), viewpoint, category)) {
    const teaser = await teaserOf(id, viewpoint)
    if (teaser) teasers.push(teaser)
  }
  const pictures = teasers.flatMap(({ thumbnail }) => thumbnail?.media ?? [])
  const surroundings = await gatherSurroundings(library, { authors: [], pictures, related: [] }, {})
  return ok({ surroundings, teasers: teasers.sort(compareTeasers) })
}

function worthALook(
  entries: readonly IndexEntry[],
  { library }: Viewpoint,
  chosen: string | null,
): IndexEntry[] {
  const pinned = new Set(allPins(library.settings.read().site.front).map(({ id }) => id))
  const counts = new Map<string | null, number>()
  return entries
    .filter((entry) => concernsExport(entry) && entry.publicState !== 'withdrawn')
    .sort((one, other) => (one.updatedAt > other.updatedAt ? -1 : 1))
    .filter(({ id, category }, index) => {
      const count = counts.get(category) ?? 0
      counts.set(category, count + 1)
      const most = category === chosen ? looked.chosen : looked.category
      return index < looked.site || count < most || pinned.has(id)
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
