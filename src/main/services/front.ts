import type { FrontView, InputOf, PinView } from '../../shared/contract'
import type { Summary } from '../../shared/article/article'
import type { IndexEntry } from '../../shared/article/index-entry'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { allPins, pinsAt, type Front, type FrontPlace } from '../../shared/site/front'
import type { SiteSettings } from '../../shared/site/settings'
import type { Person } from '../../shared/workflow/people'
import { libraryNote } from './library-log'
import { nameBook } from './names'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'
import { concernsExport } from './site-files'
import { standingOf } from './standing'
import { viewpointOf, type Viewpoint } from './viewpoint'

/** What is pinned to the front page, and what of it falls out as things stand. */
export async function showFront(room: Room, _reader: Person | null): Promise<Result<FrontView, never>> {
  return ok(await viewOf(room, room.library.settings.read().site.front))
}

/** Arranges the front page anew: desk chiefs and production do that, and admins. */
export async function arrangeFront(
  room: Room,
  person: Person,
  { front, was }: InputOf<'front.arrange'>,
): Promise<Result<FrontView, WriteError | ErrorWith<'not-allowed' | 'not-found' | 'invalid-input'>>> {
  const allowed = mayDo(person, ['chief', 'production'], 'arrange the front page')
  if (!allowed.ok) return allowed
  const { settings, articles } = room.library
  const known = new Map((await articles.entries()).map((entry) => [entry.id, entry.headline]))
  const before = new Set(allPins(was).map(({ id }) => id))
  const strange = allPins(front).find(({ id }) => !known.has(id) && !before.has(id))
  if (strange) return err({ code: 'not-found', what: 'article', id: strange.id })
  const nameOf = (id: string): string => known.get(id) || 'Untitled'
  const changed = await settings.change<null, ErrorWith<'invalid-input'>>((now) => {
    const wanted = withoutLostSections(front, now.site)
    if (canonicalJson(now.site.front) !== canonicalJson(was)) return err(arrangedMeanwhile)
    const subject = changesInWords(was, wanted, now.site, nameOf)
    if (subject === '') return ok({ next: now, value: null })
    const note = libraryNote(room, person, { action: 'arrange front', subject })
    return ok({ next: { ...now, site: { ...now.site, front: wanted } }, value: null, note })
  })
  if (!changed.ok) return changed
  room.announce('library.changed', { what: 'settings' })
  return showFront(room, person)
}

const arrangedMeanwhile: ErrorWith<'invalid-input'> = {
  code: 'invalid-input',
  issues: ['Front page: it was arranged by somebody else meanwhile; look at it again'],
}

/** Articles that could be pinned, by words of their headline. */
export async function findForFront(
  { library }: Room,
  _reader: Person | null,
  { search, limit }: InputOf<'front.candidates'>,
): Promise<Result<Summary[], never>> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const pinned = new Set(allPins(library.settings.read().site.front).map(({ id }) => id))
  const fits = ({ headline }: IndexEntry): boolean =>
    words.every((word) => headline.toLowerCase().includes(word))
  const book = nameBook(library)
  const found = (await library.articles.entries())
    .filter((entry) => isForReaders(entry) && !pinned.has(entry.id) && fits(entry))
    .sort((one, other) => (one.updatedAt > other.updatedAt ? -1 : 1))
  return ok(found.slice(0, limit).map((entry) => book.summary(entry)))
}

/** Whether readers have an article or are to have it with the next export. */
const isForReaders = ({ state, publicState }: IndexEntry): boolean =>
  publicState === 'live' ||
  publicState === 'corrected' ||
  (state === 'approved' && publicState !== 'withdrawn')

async function viewOf(room: Room, front: Front): Promise<FrontView> {
  const pins = allPins(front)
  if (pins.length === 0) return { front, pins: [] }
  const entries = new Map((await room.library.articles.entries()).map((entry) => [entry.id, entry]))
  const book = nameBook(room.library)
  const viewpoint = await viewpointOf(room)
  const views = pins.map(async ({ id }): Promise<PinView> => {
    const entry = entries.get(id)
    return {
      id,
      headline: entry?.headline ?? '',
      category: entry?.category ? book.category(entry.category) : '',
      out: entry ? await whyOut(entry, viewpoint) : 'It is no longer in the library.',
    }
  })
  return { front, pins: await Promise.all(views) }
}

async function whyOut(entry: IndexEntry, viewpoint: Viewpoint): Promise<string> {
  if (!concernsExport(entry)) return 'It was never approved.'
  const found = await viewpoint.library.articles.find(entry.id)
  if (!found.ok) return 'Its file cannot be read.'
  const standing = await standingOf(found.value, viewpoint)
  if (standing.kind === 'withdrawn') return 'It was withdrawn.'
  return standing.kind === 'refused' ? standing.reason : ''
}

/** A category that is gone takes its section along. */
function withoutLostSections({ sections, ...front }: Front, { categories }: SiteSettings): Front {
  const known = new Set(categories.filter((one) => !one.front).map(({ id }) => id))
  const left = Object.entries(sections).filter(([category, pins]) => known.has(category) && pins.length > 0)
  return { ...front, sections: Object.fromEntries(left) }
}

/** What changed, place by place, for the record; '' where nothing did. */
function changesInWords(
  was: Front,
  is: Front,
  { categories }: SiteSettings,
  nameOf: (id: string) => string,
): string {
  const places: [string, FrontPlace][] = [
    ['Lead', { in: 'lead' }],
    ['Secondary', { in: 'secondary' }],
    ...categories.map(({ id, name }): [string, FrontPlace] => [name, { in: 'section', category: id }]),
  ]
  return places
    .filter(([, place]) => pinsAt(was, place).join() !== pinsAt(is, place).join())
    .map(
      ([name, place]) =>
        `${name}: ${
          pinsAt(is, place)
            .map((id) => `“${nameOf(id)}”`)
            .join(', ') || 'nothing'
        }`,
    )
    .join('; ')
}
