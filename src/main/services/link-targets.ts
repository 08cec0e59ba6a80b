import type { IndexEntry } from '../../shared/article/index-entry'
import type { LinkTarget } from '../../shared/checking/links'
import type { InputOf, OutputOf } from '../../shared/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { articlePath, categoryPath } from '../../shared/site/paths'
import { reservedPaths, type SiteSettings } from '../../shared/site/settings'
import type { Person } from '../../shared/workflow/people'
import type { Room } from './room'

/** What stands at paths of the site and behind articles’ ids, as the library is now. */
export async function findLinkTargets(
  { library }: Room,
  _reader: Person | null,
  { paths, articles }: InputOf<'check.links'>,
): Promise<Result<OutputOf<'check.links'>, never>> {
  return ok(targetsAmong(await library.articles.entries(), library.settings.read().site, { paths, articles }))
}

/** The same among index entries that are at hand. */
export function targetsAmong(
  entries: readonly IndexEntry[],
  site: Pick<SiteSettings, 'categories'>,
  { paths, articles }: InputOf<'check.links'>,
): OutputOf<'check.links'> {
  const wantedIds = new Set(articles)
  const byId = new Map(entries.filter(({ id }) => wantedIds.has(id)).map((entry) => [entry.id, entry]))
  const holders = holdersOf(paths, entries, site)
  return {
    paths: Object.fromEntries(paths.map((path) => [path, holders.get(path) ?? otherPage(path, site)])),
    articles: Object.fromEntries(
      articles.map((id) => {
        const entry = byId.get(id)
        return [id, entry ? standing(entry) : { standing: 'missing' as const }]
      }),
    ),
  }
}

/** The articles at paths: where they stand or will stand, and where they stood once. */
function holdersOf(
  paths: readonly string[],
  entries: readonly IndexEntry[],
  site: Pick<SiteSettings, 'categories'>,
): ReadonlyMap<string, LinkTarget> {
  const wanted = new Set(paths)
  const slugs = new Set(paths.map((path) => path.split('/').at(-2)))
  const holders = new Map<string, LinkTarget>()
  /** What readers have comes before what is only meant to be there. */
  const hold = (path: string, target: LinkTarget, isPublic: boolean): void => {
    if (wanted.has(path) && (isPublic || !holders.has(path))) holders.set(path, target)
  }
  for (const entry of entries) {
    if (slugs.has(entry.slug)) hold(pathOf(entry, site), standing(entry), false)
    for (const former of entry.formerPaths)
      hold(
        former,
        { standing: 'moved', headline: entry.headline, path: entry.path ?? pathOf(entry, site) },
        false,
      )
    if (entry.path !== null) hold(entry.path, standing(entry), true)
  }
  return holders
}

const pathOf = ({ id, category, slug }: IndexEntry, site: Pick<SiteSettings, 'categories'>): string =>
  articlePath(id, { category, slug: { text: slug, follows: false } }, site)

function standing({ headline, state, publicState }: IndexEntry): LinkTarget {
  if (publicState === 'withdrawn') return { standing: 'withdrawn', headline }
  if (publicState !== 'never-exported') return { standing: 'live', headline }
  if (state === 'spiked') return { standing: 'spiked', headline }
  return { standing: state === 'approved' ? 'approved' : 'not-yet', headline }
}

function otherPage(path: string, { categories }: Pick<SiteSettings, 'categories'>): LinkTarget {
  const isPage =
    path === 'index.html' ||
    categories.some((category) => categoryPath(category) === path) ||
    (reservedPaths as readonly string[]).includes(path.split('/')[0] ?? '')
  return { standing: isPage ? 'page' : 'missing' }
}
