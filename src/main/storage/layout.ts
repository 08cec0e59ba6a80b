import { join } from 'node:path'

/** Where everything stands in a library's folder. */
export interface Layout {
  root: string
  library: string
  people: string
  libraryLog: string
  libraryHead: string
  authors: string
  templates: string
  schedules: string
  lock: string
  index: string
  texts: string
  articles: string
  drafts: string
  reading: string
  deskViews: string
  media: string
  pictureDetails: string
  receipts: string
  /** Files that claims name as their source. */
  sources: string
  backups: string
  style: string
  dictionaries: string
  /** Moves on their way to disk, and articles being made. */
  pending: string
}

/** The places in a library at a folder; nothing is looked at. */
export const layoutOf = (root: string): Layout => ({
  root,
  library: join(root, 'library.json'),
  people: join(root, 'people.json'),
  libraryLog: join(root, 'library.log.jsonl'),
  libraryHead: join(root, 'library.head.json'),
  authors: join(root, 'authors.json'),
  templates: join(root, 'templates.json'),
  schedules: join(root, 'schedules.json'),
  lock: join(root, 'library.lock'),
  index: join(root, 'index.jsonl'),
  texts: join(root, 'search.jsonl'),
  articles: join(root, 'articles'),
  drafts: join(root, 'drafts'),
  reading: join(root, 'reading'),
  deskViews: join(root, 'desk-views'),
  media: join(root, 'media'),
  pictureDetails: join(root, 'media', 'details'),
  receipts: join(root, 'receipts'),
  sources: join(root, 'sources'),
  backups: join(root, 'backups'),
  style: join(root, 'style'),
  dictionaries: join(root, 'dictionaries'),
  pending: join(root, 'pending'),
})

/** One article's files, in its own folder or in the one it is made in. */
export interface ArticleLayout {
  folder: string
  article: string
  revisions: string
  log: string
}

/** The places in an article’s folder; nothing is looked at. */
export const articleLayout = (folder: string): ArticleLayout => ({
  folder,
  article: join(folder, 'article.json'),
  revisions: join(folder, 'revisions'),
  log: join(folder, 'log.jsonl'),
})
