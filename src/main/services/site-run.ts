import type { Article } from '../../shared/article/article'
import type { SitemapPage } from '../../shared/render/feeds/sitemaps'
import type { PageTeaser, Surroundings } from '../../shared/render/page-model'
import type { CheckResult } from '../../shared/review/remarks'
import type { LogEntry } from '../../shared/workflow/log'
import type { Holds, PublicArticle } from './publishing-ports'
import type { Seen, Settled } from './settled'
import { keepNewest, type Newest } from './newest'
import type { Viewpoint } from './viewpoint'

/** What an export notes in an article that becomes public with it, or changes. */
export interface PublicMove {
  id: string
  exported: NonNullable<Article['public']['exported']>
  public: Pick<Article['public'], 'firstExportedAt' | 'formerPaths' | 'state'>
  entry: LogEntry
  /** What people passed or waived for exactly this content. */
  checks: Pick<CheckResult, 'check' | 'outcome' | 'by' | 'at'>[]
}

/** What a run over the whole site finds out while it gives the files. Complete when the last file was taken. */
export interface SiteFindings {
  /** By the article's id. */
  moves: Map<string, PublicMove>
  refused: { id: string; headline: string; reason: string }[]
  listed: PublicArticle[]
  warnings: string[]
  /** Articles that need not be opened next time, by id. */
  settled: Map<string, Settled>
}

/** What was found out by earlier runs, and may be used again as long as it holds. */
export interface EarlierRuns {
  /** From `siteFingerprint`. */
  fingerprint: string
  /** Articles whose file is the same as when they were settled, by id. */
  settled: ReadonlyMap<string, Settled>
  /** What each article's file is known by, taken before any was read. */
  stamps: ReadonlyMap<string, string>
  holds: Holds
}

/** Looks at everything and makes everything. */
export const fromScratch: EarlierRuns = {
  fingerprint: '',
  settled: new Map(),
  stamps: new Map(),
  holds: () => false,
}

/** One run over the site, and what it has come to know so far. */
export interface SiteRun extends EarlierRuns {
  viewpoint: Viewpoint
  findings: SiteFindings
  teasers: PageTeaser[]
  /** What feeds will tell of. */
  newest: Newest<Seen>
  /** Profiles of those who wrote what is public, by id. */
  authors: Surroundings['authors']
  sitemap: SitemapPage[]
  pictures: Surroundings['pictures']
  /** Pictures of authors that were given, as small as they are shown. */
  avatars: Surroundings['pictures']
  /** Former addresses, and the article that is meant by them now. */
  moved: { from: string; to: string; headline: string }[]
  /** Paths of the pages given so far. */
  given: Set<string>
}

export const beginRun = (viewpoint: Viewpoint, earlier: EarlierRuns): SiteRun => ({
  ...earlier,
  viewpoint,
  findings: { moves: new Map(), refused: [], listed: [], warnings: [], settled: new Map() },
  teasers: [],
  newest: keepNewest(),
  authors: {},
  sitemap: [],
  pictures: {},
  avatars: {},
  moved: [],
  given: new Set(),
})
