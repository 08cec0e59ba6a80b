import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { PictureCrop } from '../../shared/render/picture-crops'
import type { SiteIcon } from '../../shared/render/site-icons'
import type { PictureFormat } from '../../shared/render/picture-files'
import type { MediaStore } from './ports'

/** What publishing needs of the outside world; the export adapter fills it in. */

export type ExportError = ErrorWith<'export-failed' | 'cancelled'>

/** One file of the site, by its path from the site's root. */
export type SiteFile =
  | { path: string; text: string }
  | { path: string; picture: { hash: string; width: number; format: PictureFormat } }
  | { path: string; crop: PictureCrop }
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
  /** Writes one file, whole or not at all; never into the library. */
  writeOne(
    file: string,
    text: string,
    library: { path: string },
  ): Promise<Result<{ file: string; bytes: number }, ErrorWith<'export-failed'>>>
}
