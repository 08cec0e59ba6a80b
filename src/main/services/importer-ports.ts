import type { Body } from '../../shared/article/body'
import type { PublishTime, Thumbnail } from '../../shared/article/content'
import type { MediaInfo } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { WriteError } from './ports'

/** A file to be imported. */
export interface ImportFile {
  /** Its name with extension, which tells its format; folders before it are ignored. */
  name: string
  bytes: Uint8Array
  /**
   * The bytes of a file at a relative path below the folder this one stands in; null when there is none. Without
   * it, pictures that the file refers to are left out with a warning.
   */
  neighbour?: (relativePath: string) => Promise<Uint8Array | null>
}

/** What a file says of an article. People and places are names: finding or making what they stand for is the service's. */
export interface ImportedArticle {
  headline: string
  standfirst: string
  dateline: string
  body: Body
  /** Null where the file does not say. */
  lang: string | null
  dir: 'auto' | 'ltr' | 'rtl'
  /** Printed names in byline order. */
  authors: string[]
  /** Names or slugs of categories as they were written, the most fitting first. */
  categories: string[]
  tags: string[]
  /** A valid slug, or null to let it follow the headline. */
  slug: string | null
  /** Minutes that override the computed read time. */
  readTime: number | null
  /** Null where the file does not say. */
  publishTime: PublishTime | null
  /** Not to be published before this moment; null where the file does not say. */
  embargo: string | null
  thumbnail: Thumbnail | null
  /** An article type’s name as it was written; null where the file does not say. */
  type: string | null
  /** The length that was asked for, in words. */
  words: number | null
  /** What was left out, changed or not understood, a sentence each. */
  warnings: string[]
}

export interface ImportSurroundings {
  /** Keeps a picture in the library; a refused one is left out of the article with a warning. */
  keepPicture(
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<MediaInfo, WriteError | ErrorWith<'picture-refused'>>>
  /** The site's IANA time zone: a date without a time means noon there. */
  timeZone: string
}

/**
 * An article of a file, not read yet: its pictures are kept only when its turn comes. The body it gives is always
 * valid by `bodySchema`.
 */
export type FoundArticle = () => Promise<Result<ImportedArticle, WriteError | ErrorWith<'import-failed'>>>

/** What a file holds: most hold one article, an export of another system holds many. */
interface FoundArticles {
  articles: FoundArticle[]
  /** What else the file holds, a sentence each. */
  notes: string[]
}

/** Finds the articles of a file, whatever its format. */
export interface Importers {
  read(
    file: ImportFile,
    surroundings: ImportSurroundings,
  ): Promise<Result<FoundArticles, ErrorWith<'import-failed'>>>
}
