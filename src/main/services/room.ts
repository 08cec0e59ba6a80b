import type { Content } from '../../shared/article/content'
import type { Claim } from '../../shared/review/remarks'
import { oneAtATime, type InTurn } from '../../shared/kernel/turns'
import { createEditLocks, type EditLocks } from './edit-locks'
import type { Announce, Clock, Keys, NewId, OpenLibrary, Passphrases, RulesInTime, TryStore } from './ports'
import type { Importers } from './importer-ports'
import { createKeyRing, type KeyRing } from './key-ring'
import { createSearch, type Search } from './search'
import { createThrottle, type Throttle } from './throttle'

/** What every service has at hand, whichever library is open. */
export interface Tools {
  now: Clock
  newId: NewId
  passphrases: Passphrases
  signing: Keys
  importers: Importers
  rulesInTime: RulesInTime
  wrongTries: TryStore
  announce: Announce
}

/** An open library and what its services work with: the first argument of each of them. */
export interface Room extends Tools {
  library: OpenLibrary
  search: Search
  throttle: Throttle
  /** Whose keys are open. */
  keys: KeyRing
  /** Which window edits which article. */
  locks: EditLocks
  /** Keeps run one at a time, so that no two articles can settle on one slug. */
  keeps: InTurn
  /** People, by id, whose running import is to stop. */
  importsToStop: Set<string>
  /** Claims that were removed since the library was opened, by id, with the text they stood in: to be put back. */
  removedClaims: Map<string, { article: string; claim: Claim; content: Content }>
}

/** A room around a library that was just opened. */
export const openRoom = (library: OpenLibrary, tools: Tools): Room => ({
  ...tools,
  library,
  search: createSearch(),
  throttle: createThrottle(tools.now, tools.wrongTries),
  keys: createKeyRing(),
  locks: createEditLocks(tools.now, tools.announce),
  keeps: oneAtATime(),
  importsToStop: new Set(),
  removedClaims: new Map(),
})

/** The present moment, as it is stored. */
export const moment = ({ now }: Pick<Tools, 'now'>): string => now().toISOString()
