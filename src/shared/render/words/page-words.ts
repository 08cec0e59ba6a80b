/** Opening and closing quotation marks, and those of a quotation within one. */
type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string]

/** What the site says around its articles, in its own language. The first four name parts to those who cannot see them. */
export interface SiteWords {
  sections: string
  links: string
  ways: string
  pages: string
  archive: string
  search: string
  skipToArticles: string
  skipToSearch: string
  skipToPage: string
  articles: string
  articleCount(count: number): string
  newer: string
  older: string
  pageOf(page: number, pages: number): string
  nothingYet: string
  nothingHere: string
  undated: string
  allMonths: string
  searchedWords: string
  needsScript: string
  lookThroughArchive: string
  /** Before how many articles a search found. */
  found: string
  nothingFound: string
  indexUnread: string
  noSuchPage: string
  mayHaveMoved: string
  goToFront: string
  hasMoved: string
  /** Before the headline of what moved. */
  isNowAt: string
}

/**
 * What an article’s page says in the language of its article. The page puts names and dates in, so that each keeps its
 * own direction; a space that a word needs beside them stands in the word.
 */
export interface PageWords {
  site: SiteWords
  /** The language as Open Graph names it where nobody said of which country. */
  locale: string
  /** Before the authors’ names, between them, and before the last. */
  by: string
  comma: string
  and: string
  /** @param minutes at least 1 */
  readTime(minutes: number): string
  /** Before the day of a later change. */
  updated: string
  avatarOf(name: string): string
  aboutAuthors(count: number): string
  corrections(count: number): string
  /** Before the headline of what was withdrawn. */
  withdrawnTitle: string
  /** A withdrawn article’s notice without its day; and what stands around the day. */
  withdrawn: string
  withdrawnOn: readonly [before: string, after: string]
  tags: string
  share: string
  email: string
  copyLink: string
  copied: string
  shareByDevice: string
  notes: string
  note(number: number): string
  backToText: string
  facts: string
  table: string
  pictures: string
  /** Before the headline of a related article. */
  related: string
  relatedArticles: string
  skipToArticle: string
  skipToNotice: string
  quotes: Quotes
}
