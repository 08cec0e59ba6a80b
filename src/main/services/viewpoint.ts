import type { MoveContext } from '../../shared/workflow/move-context'
import { verifierOf, type Verifier } from './approvals'
import { addresses } from './move-context'
import type { OpenLibrary, Register } from './ports'
import { moment, type Room } from './room'

/** A library as an export sees it: settings and bylines stay what they were when it began. */
export interface SeenLibrary extends Pick<OpenLibrary, 'id' | 'path' | 'articles' | 'media'> {
  settings: Pick<OpenLibrary['settings'], 'read'>
  authors: Pick<OpenLibrary['authors'], 'read'>
}

/** How an export looks at the library: who exports, as of when, and which addresses are held. */
export interface Viewpoint {
  library: SeenLibrary
  person: MoveContext['person']
  /** UTC, ISO 8601. */
  now: string
  asOf: string
  held: ReturnType<typeof addresses>
  /** Whose signatures hold. */
  verifier: Verifier
}

/** Stands for whoever will export: what they would write is the same for everybody who looks. */
const somebodyInProduction: Viewpoint['person'] = { id: '', name: '', role: 'production' }

/**
 * The viewpoint of an export as the library stands now.
 * @param asOf the moment it is made for; now, when left out
 */
export async function viewpointOf(
  room: Pick<Room, 'library' | 'now' | 'signing'>,
  person: Viewpoint['person'] = somebodyInProduction,
  asOf?: string,
): Promise<Viewpoint> {
  const { id, path, articles, media } = room.library
  const settings = asItIs(room.library.settings)
  const library = { id, path, articles, media, settings, authors: asItIs(room.library.authors) }
  const now = moment(room)
  const verifier = verifierOf(room)
  const held = addresses(await articles.entries(), settings.read().site)
  return { library, person, now, asOf: asOf ?? now, held, verifier }
}

/** A register that says for good what it says now: one half of a site cannot follow other settings than the rest. */
function asItIs<T>(register: Pick<Register<T>, 'read'>): Pick<Register<T>, 'read'> {
  const now = register.read()
  return { read: () => now }
}
