import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { ExportError, PublicArticle, SitePlan, SiteWriter } from './publishing-ports'

/** What the ways out of a library, besides the site's own folder, need of the outside world. */

/** What an export left behind, as its manifest tells it. */
export interface EarlierExport {
  articles: readonly PublicArticle[]
  files: readonly { path: string; sha256: string; bytes: number }[]
  /** Whether it was interrupted: the next export completes it first. */
  unfinished: boolean
}

/** What an export would do to one file. `restored`: it is not there, or not as the last export left it. */
export interface FileChange {
  path: string
  change: 'new' | 'changed' | 'removed' | 'restored'
}

interface SiteComparison {
  changes: FileChange[]
  unchanged: number
  warnings: string[]
}

/** Takes the files of a site as an export gives them, and puts them somewhere else than into the site's folder. */
export type SitePacker = Pick<SiteWriter, 'writeSite' | 'lastArticles'>

export interface WaysOut {
  /**
   * What an export left in a folder, in a zip file, or told in a manifest that was kept; null where there is none.
   * It fails where another library's site is there, or what is there cannot be read.
   */
  earlier(
    place: string,
    library: SitePlan['library'],
  ): Promise<Result<EarlierExport | null, ErrorWith<'export-failed'>>>
  /** Compares a site with what its folder holds, and writes nothing. */
  compare(
    plan: Omit<SitePlan, 'articles' | 'onPlacing'>,
    before: EarlierExport | null,
  ): Promise<Result<SiteComparison, ExportError>>
  /** Packs the whole site into a zip file. */
  wholeSite: SitePacker
  /** Packs what changed since an earlier export, into a new folder or a zip file. */
  changesSince(before: EarlierExport): SitePacker
}
