import type { LinkAnswer, LinkQuestion } from '../../checking/link-remarks'
import type { Finding } from '../../checking/finding'
import type { PictureDetails } from '../../media/picture-details'
import type { ArticleType } from '../../site/article-types'
import type { Rules, SiteSettings } from '../../site/settings'

/** What one look for the house style found in a text. */
export interface StyleFound {
  findings: readonly Finding[]
  /** Ids of rules that took too long and were left out. */
  stopped: readonly string[]
}

/** What the machine checks look at besides the article, as the library stood at one moment. */
export interface CheckSurroundings {
  site: SiteSettings
  rules: Pick<Rules, 'blockedWords'>
  /** The first one first. */
  articleTypes: readonly ArticleType[]
  /** YYYY-MM-DD */
  today: string
  /** The headline of another article that has a slug, or null while it is free. */
  slugTakenBy: (slug: string, article: string) => string | null
  /** What stands where links lead. */
  targets: (question: LinkQuestion) => LinkAnswer
  /** What is known of a picture; null where nothing is. */
  picture: (hash: string) => PictureDetails | null
  /** What the rules of severity “must” find. */
  style: (text: string, scope: { lang: string; category: string | null }) => StyleFound
}

/** The surroundings of an article that stands for itself: nothing else is taken, known or looked for. */
export const alone = (
  settings: Pick<CheckSurroundings, 'site' | 'rules' | 'articleTypes' | 'today'>,
): CheckSurroundings => ({
  ...settings,
  slugTakenBy: () => null,
  targets: () => ({ paths: {}, articles: {} }),
  picture: () => null,
  style: () => ({ findings: [], stopped: [] }),
})
