import type { PublicArticle } from './publishing-ports'
import type { FileChange } from './ways-out-ports'

/** What is known of two exports of one site, the last one and the next. */
export interface TwoExports {
  /** Null where there was none. */
  before: readonly PublicArticle[] | null
  after: readonly PublicArticle[]
  /** Headlines by article id. */
  headlines: ReadonlyMap<string, string>
  /** The page after which a file came: for pictures, the one that shows it. */
  shownOn: ReadonlyMap<string, string>
  /** What changed since the last export besides articles that a file may show, each a sentence: settings, authors. */
  besides: (path: string) => readonly string[]
}

/** Words for why an export would change files: an article, a setting, or somebody else's hand. */
export function createReasons(exports: TwoExports): (change: FileChange) => string {
  const { before, after, headlines, shownOn, besides } = exports
  const was = new Map((before ?? []).map((one) => [one.id, one]))
  const is = new Map(after.map((one) => [one.id, one]))
  const byPath = new Map([...(before ?? []), ...after].map((one) => [one.path, one.id]))
  const moved = [...is.keys(), ...was.keys()].filter((id, index, all) => {
    return all.indexOf(id) === index && isMoved(was.get(id), is.get(id))
  })
  const named = (id: string): string => `“${headlines.get(id) || 'Untitled'}”`
  const otherwise = (path: string): string =>
    besides(path).join(' ') ||
    'Nothing was changed by hand: time went on, or Galley itself writes it differently now.'

  const ofArticle = (id: string, path: string): string => {
    const [then, now] = [was.get(id), is.get(id)]
    if (!now) return `${named(id)} was withdrawn.`
    if (!then) return `${named(id)} goes out for the first time.`
    if (then.seal !== now.seal)
      return then.revision === now.revision
        ? `${named(id)} was corrected or approved anew.`
        : `${named(id)} changed: revision ${now.revision} takes the place of ${then.revision}.`
    return then.path === now.path ? otherwise(path) : `${named(id)} moved from ${then.path}.`
  }
  const ofList = (path: string): string => {
    const place = path.split('/')[0] ?? ''
    const inPlace = moved.filter((id) =>
      [was.get(id), is.get(id)].some((one) => one?.path.startsWith(`${place}/`)),
    )
    const isSection = path.includes('/') && [...byPath.keys()].some((one) => one.startsWith(`${place}/`))
    const told = isSection ? inPlace : moved
    if (told.length === 0) return otherwise(path)
    const rest = told.length - 3
    const names = told.slice(0, 3).map(named).join(', ')
    return `It tells of ${names}${rest > 0 ? ` and ${rest} more` : ''}, which changed.`
  }

  return ({ path, change }) => {
    if (change === 'restored') return 'Somebody else changed or removed it there: it is put back.'
    const page = byPath.get(path) ?? idIn(path)
    if (page !== null && (is.has(page) || was.has(page))) return ofArticle(page, path)
    if (path.startsWith('media/')) {
      const shown = byPath.get(shownOn.get(path) ?? '')
      if (change === 'removed') return 'No page shows this picture any more.'
      return shown === undefined ? 'A picture of the site.' : `A picture of ${named(shown)}.`
    }
    if (before === null) return 'The site was never exported there.'
    if (!path.startsWith('assets/')) return ofList(path)
    return besides(path).join(' ') || 'The look of the site comes with this version of Galley.'
  }
}

const isMoved = (then: PublicArticle | undefined, now: PublicArticle | undefined): boolean =>
  then?.seal !== now?.seal || then?.path !== now?.path

/** The article whose data for machines stands at a path. */
const idIn = (path: string): string | null => /^ninjs\/([0-9A-Z]{26})\.json$/.exec(path)?.[1] ?? null
