import type { MoveContext } from '../../shared/workflow/decide'
import { addresses } from './move-context'
import type { OpenLibrary } from './ports'
import { moment, type Room } from './room'

/** How an export looks at the library: who exports, as of when, and which addresses are held. */
export interface Viewpoint {
  library: OpenLibrary
  person: MoveContext['person']
  /** UTC, ISO 8601. */
  now: string
  asOf: string
  held: ReturnType<typeof addresses>
}

/** Stands for whoever will export: what they would write is the same for everybody who looks. */
const somebodyInProduction: Viewpoint['person'] = { id: '', name: '', role: 'production' }

/**
 * The viewpoint of an export as the library stands now.
 * @param asOf the moment it is made for; now, when left out
 */
export async function viewpointOf(
  room: Pick<Room, 'library' | 'now'>,
  person: Viewpoint['person'] = somebodyInProduction,
  asOf?: string,
): Promise<Viewpoint> {
  const { library } = room
  const now = moment(room)
  const held = addresses(await library.articles.entries(), library.settings.read().site)
  return { library, person, now, asOf: asOf ?? now, held }
}
