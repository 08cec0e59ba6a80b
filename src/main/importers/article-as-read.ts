import type { Block } from '../../shared/article/body'
import type { ImportedArticle } from '../services/importer-ports'

/** What a format's reader found in a file: an imported article whose body is still a plain list of blocks. */
export interface ArticleAsRead extends Omit<ImportedArticle, 'body' | 'warnings'> {
  blocks: Block[]
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
  category: null,
  tags: [],
  slug: null,
  readTime: null,
  publishTime: null,
  thumbnail: null,
})
