import { checkCss } from '../../shared/looks/check-css'
import { isTimeZone } from '../../shared/site/time-zone'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { ArticleType } from '../../shared/site/article-types'
import type { Branding } from '../../shared/site/branding'
import type { Settings, SiteSettings } from '../../shared/site/settings'
import { changedSettings } from '../../shared/site/setting-names'
import type { Person } from '../../shared/workflow/people'
import { changesDerived, deriveAgain } from './derive-again'
import { libraryNote } from './library-log'
import type { OpenLibrary, WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** The settings as they are; nobody has to be signed in to read them. */
export async function getSettings(room: Room): Promise<Result<Settings, never>> {
  return ok(room.library.settings.read())
}

/** Changes what is given and leaves the rest. */
export async function changeSettings(
  room: Room,
  person: Person,
  wanted: InputOf<'settings.change'>,
): Promise<Result<Settings, WriteError | ErrorWith<'not-allowed' | 'invalid-input'>>> {
  const allowed = mayDo(person, ['admin'], 'change the settings')
  if (!allowed.ok) return allowed
  // No keep comes between: it might choose a category, or count with a rate, that is on its way out.
  const changed = await room.keeps(() => change(room, person, wanted))
  if (changed.ok) room.announce('library.changed', { what: 'settings' })
  return changed
}

async function change(
  room: Room,
  person: Person,
  { site, rules, articleTypes }: InputOf<'settings.change'>,
): Promise<Result<Settings, WriteError | ErrorWith<'invalid-input'>>> {
  const { settings } = room.library
  const issues = [
    ...(await faults(room.library, site)),
    ...(articleTypes ? await typesInUse(room.library, articleTypes) : []),
  ]
  if (issues.length > 0) return err({ code: 'invalid-input', issues })
  const now = settings.read()
  const merged = { ...now.site, ...site }
  const next = {
    ...now,
    site: { ...merged, url: plainUrl(merged.url) },
    rules: { ...now.rules, ...rules },
    articleTypes: articleTypes ?? now.articleTypes,
  }
  // First, so that a full disk leaves the old settings in force and trying again does it all.
  const derived = changesDerived(now.site, next.site) ? await deriveAgain(room, next.site) : ok(undefined)
  if (!derived.ok) return derived
  const changed = changedSettings(now, next)
  if (changed.length === 0) return ok(now)
  const note = libraryNote(room, person, { action: 'change settings', subject: changed.join(', ') })
  return settings.change<Settings, never>(() => ok({ next, value: next, note }))
}

async function faults(library: OpenLibrary, wanted: Partial<SiteSettings>): Promise<string[]> {
  const issues: string[] = []
  const { timeZone, branding, categories } = wanted
  if (timeZone !== undefined && !isTimeZone(timeZone))
    issues.push(`Time zone: “${timeZone}” is not known; it should look like Europe/London`)
  if (branding) issues.push(...(await brandingFaults(library, branding)))
  if (categories) issues.push(...(await categoriesInUse(library, categories)))
  return issues
}

async function brandingFaults({ media }: OpenLibrary, branding: Branding): Promise<string[]> {
  const pictures = [
    ['Logo', branding.logo],
    ['Favicon', branding.favicon],
  ] as const
  const issues = checkCss(branding).faults.map((fault) => `Custom CSS: ${fault}`)
  for (const [name, hash] of pictures)
    if (hash && (await media.find(hash)) === null)
      issues.push(`${name}: it is not in the library; add it again`)
  return issues
}

/** Categories that articles stand in, now or as readers have them, can neither go nor become the front page. */
async function categoriesInUse(
  { settings, articles }: OpenLibrary,
  wanted: SiteSettings['categories'],
): Promise<string[]> {
  const holding = new Map(wanted.filter(({ front }) => !front).map((one) => [one.id, one]))
  const lost = settings.read().site.categories.filter(({ id, front }) => !front && !holding.has(id))
  if (lost.length === 0) return []
  const entries = await articles.entries()
  return lost.flatMap(({ id, name, slug }) => {
    const stands = ({ category, path }: IndexEntry): boolean =>
      category === id || path?.startsWith(`${slug}/`) === true
    const count = entries.filter(stands).length
    const words = count === 1 ? '1 article stands' : `${count} articles stand`
    return count > 0 ? [`Categories: ${words} in “${name}”; move them to another one first`] : []
  })
}

/** A type that articles are of cannot go: they would fall to the first one, and to other limits, unseen. */
async function typesInUse(
  { settings, articles }: OpenLibrary,
  wanted: readonly ArticleType[],
): Promise<string[]> {
  const staying = new Set(wanted.map(({ id }) => id))
  const lost = settings.read().articleTypes.filter(({ id }) => !staying.has(id))
  if (lost.length === 0) return []
  const entries = await articles.entries()
  return lost.flatMap(({ id, name }) => {
    const count = entries.filter(({ type }) => type === id).length
    const words = count === 1 ? '1 article is' : `${count} articles are`
    return count > 0 ? [`Article types: ${words} of the type “${name}”; give them another one first`] : []
  })
}

/** An address without what a site's address cannot have: query, fragment, a slash at its end. */
function plainUrl(url: string): string {
  if (url === '') return ''
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`.replace(/\/+$/, '')
}
