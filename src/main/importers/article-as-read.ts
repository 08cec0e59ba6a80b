import type { Block } from '../../shared/article/body'
import type { Result } from '../../shared/kernel/result'
import type { Warnings } from '../../shared/html/warnings'
import type { ImportedArticle } from '../services/importer-ports'
import type { PictureFiles } from './picture-files'

/** What a format's reader found of an article: its body is still a plain list of blocks. */
export interface ArticleAsRead extends Omit<ImportedArticle, 'body' | 'warnings'> {
  blocks: Block[]
}

/** What a reader works with: the article's pictures, its warnings, and the site's time zone. */
export interface Reading {
  pictures: PictureFiles
  warnings: Warnings
  timeZone: string
}

/** Reads one article of a file, or says why it cannot be read. */
export type ReadArticle = (reading: Reading) => Promise<Result<ArticleAsRead, string>>

/** A file's articles before they are read, and what else it holds, a sentence each. */
export interface ArticlesInFile {
  articles: ReadArticle[]
  notes: string[]
}

/** An article of which nothing is known yet. */
export const nothingRead = (): ArticleAsRead => ({
  headline: '',
  standfirst: '',
  dateline: '',
  blocks: [],
  lang: null,
  dir: 'auto',
  authors: [],
  categories: [],
  tags: [],
  slug: null,
  readTime: null,
  publishTime: null,
  embargo: null,
  thumbnail: null,
  type: null,
  words: null,
})
