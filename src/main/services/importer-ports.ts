import type { Content } from '../../shared/article/content'
import type { ErrorWith } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'

/** What an importer made of a file. References are still names and placeholders. */
export interface ImportedArticle {
  /** What the file says; what it leaves out starts as in a new article. The body is always valid by `bodySchema`. */
  content: Partial<Omit<Content, 'authors' | 'category' | 'slug' | 'readTime'>>
  /** In byline order. */
  authorNames: string[]
  /** A category's name, slug or id. */
  categoryName?: string
  slug?: string
  /** Minutes. */
  readTime?: number
  /** Pictures of the file. Where `content` names a picture by `placeholder`, it will name the kept one. */
  pictures: { placeholder: string; name: string; bytes: Uint8Array }[]
  /** What was left out or read with doubt, a sentence each. */
  warnings: string[]
}

/** What a file may need of the place it comes from. */
export interface ImportPlace {
  /**
   * The bytes of a file at a relative path below the folder the imported one stands in; null when there is none.
   * Without it, pictures that the file refers to are left out with a warning.
   */
  neighbour?: (relativePath: string) => Promise<Uint8Array | null>
  /** The site's IANA time zone: a date without a time means noon there. UTC when it is not given. */
  timeZone?: string
}

/** Reads a file of any kind that is known (.md, .html, .txt), by its name's ending. */
export type ImportFile = (
  name: string,
  bytes: Uint8Array,
  place?: ImportPlace,
) => Promise<Result<ImportedArticle, ErrorWith<'import-failed'>>>
