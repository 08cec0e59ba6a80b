import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { PictureCrop } from '../../shared/render/picture-crops'
import type { SiteIcon } from '../../shared/render/site-icons'
import type { PictureFormat } from '../../shared/render/picture-files'
import type { MediaStore } from './ports'

/** What publishing needs of the outside world; the export adapter fills it in. */

export type ExportError = ErrorWith<'export-failed' | 'cancelled'>

/**
 * One file of the site, by its path from the site's root. `shownBy` says where readers first meet a picture: an article
 * by its headline, or the site.
 */
export type SiteFile =
  | {
      path: string
      text: string
      /** Of everything it was made from, so that a later run need not make it to know it is the same. */
      fingerprint?: string
    }
  /** As it stands there already; `holds` said so when it was asked about this fingerprint. */
  | { path: string; fingerprint: string; same: true }
  | { path: string; picture: { hash: string; width: number; format: PictureFormat }; shownBy: string }
  | { path: string; crop: PictureCrop; shownBy: string }
  | { path: string; icon: SiteIcon }
  /** As the last export left it, if it did; a path that ends in `/` means all below it. */
  | { path: string; asBefore: true }

/** An article that readers can find, as the site's manifest names it. */
export interface PublicArticle {
  id: string
  path: string
  revision: number
  /** The hash of its seal. */
  seal: string
}

export interface SitePlan {
  folder: string
  library: { id: string; path: string }
  /** Every file of the site, each path once; written as they come, so that no more than one is held. */
  files: AsyncIterable<SiteFile>
  /** Asked for when the last file has come. */
  articles: () => readonly PublicArticle[]
  pictures: Pick<MediaStore, 'atWidth' | 'crop' | 'icon'>
  signal: AbortSignal
  /** Tells how far the placing of the files has come. */
  onPlacing: (done: number, total: number) => void
}

/**
 * Whether a file that was made from what this fingerprint is of stands at a path, untouched since it was written. Where
 * that is not known for certain the answer is no, and the file is made again and compared.
 */
export type Holds = (path: string, fingerprint: string) => boolean

export interface SiteWritten {
  /** The folder's full path. */
  folder: string
  /** All files of the site, and those that are new or changed; neither counts the manifest. */
  files: number
  written: number
  removed: number
  warnings: string[]
}

/** Puts exported files on the disk. */
export interface SiteWriter {
  /** Makes a folder hold the site: all of it or, where it fails, as it was or to be completed by the next run. */
  writeSite(plan: SitePlan): Promise<Result<SiteWritten, ExportError>>
  /** The articles that a folder's manifest names; none where this library was never exported to it. */
  lastArticles(
    target: Pick<SitePlan, 'folder' | 'library'>,
  ): Promise<Result<readonly PublicArticle[], ExportError>>
  /** What stands in a folder as the last run left it. A writer that remembers nothing has no such answer. */
  holds?(target: Pick<SitePlan, 'folder' | 'library'>): Holds
  /**
   * Writes one file, whole or not at all; never into the library.
   * @param name what the file is called in an archive, where `file` ends in `.zip`
   * @param beside pictures that it shows, written before it, by their path as seen from it
   */
  writeOne(
    file: string,
    text: string,
    library: { path: string },
    name?: string,
    beside?: readonly { name: string; bytes: Uint8Array }[],
  ): Promise<Result<{ file: string; bytes: number }, ErrorWith<'export-failed'>>>
}

/**
 * What Galley remembers of earlier exports, in its own folder on this machine and not in the library, where whoever
 * may write there could forge it. It only saves time: lost or damaged, everything is looked at again.
 */
export interface ExportMemory {
  /** Differs between programs that could make different files of the same articles. */
  code: string
  /** What was kept under a name while `fingerprint` was the same; null when there is none. */
  recall<T extends object>(name: string, fingerprint: string): T | null
  keep(name: string, fingerprint: string, value: object): void
}

/** Knows nothing of earlier exports. */
export const noMemory: ExportMemory = { code: '', recall: () => null, keep: () => undefined }
