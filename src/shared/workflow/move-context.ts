import type { CheckSurroundings } from '../review/machine-checks/surroundings'
import type { Approval } from '../review/remarks'
import type { ArticleType } from '../site/article-types'
import type { Rules, SiteSettings } from '../site/settings'
import type { CorrectionForm } from './correction'
import type { Person } from './people'
import type { Sign } from './signature'

/** What a decision about an article needs to know besides the article. */
export interface MoveContext {
  person: Pick<Person, 'id' | 'name' | 'role'>
  /** Printed names in byline order. */
  authorNames: readonly string[]
  site: SiteSettings
  rules: Rules
  articleTypes: readonly ArticleType[]
  note: string
  /** What was filled in of a correction's form; null for every other move, and where the note says it all. */
  correction: CorrectionForm | null
  /** UTC, ISO 8601. */
  now: string
  /** The moment an export is made for; the same as `now` for every other move. */
  asOf: string
  addressTakenBy: string | null
  /** The path an export gives the article. */
  path: string
  /** What an approval’s checks look at besides the article; left out, it is checked as if it stood alone. */
  around?: CheckSurroundings
  /** Those of the article’s approvals whose signatures hold. */
  approvals: readonly Approval[]
  /** Signs in this person’s name; null while their key is not open, and where only reading is asked for. */
  sign: Sign | null
}
