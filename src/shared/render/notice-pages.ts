import { absoluteLink, relativeLink } from '../site/paths'
import { articleDirection } from './article'
import { pageContext } from './context'
import { languageDirection } from './direction'
import { markup, type Html } from './html'
import { renderFrame } from './page-frame'
import type { PageArticle, Surroundings } from './page-model'
import { stylesheet } from './stylesheet'
import { siteWords, wordsIn } from './words'

/** What stands at the address of an article that was withdrawn. */
export interface WithdrawnModel {
  article: PageArticle
  surroundings: Surroundings
  /** For readers: why it was withdrawn, and when (UTC and as printed). */
  withdrawal: { reason: string; at: string; printedDate: string }
}

/** The notice at a withdrawn article's address: its headline, when and why, and nothing of its text. */
export function renderWithdrawnPage({ article, surroundings, withdrawal }: WithdrawnModel): string {
  const { content, path } = article
  const words = wordsIn(content.lang)
  const [before, after] = words.withdrawnOn
  const told = withdrawal.printedDate
    ? markup`${before}<time datetime="${withdrawal.at}">${withdrawal.printedDate}</time>${after}`
    : words.withdrawn
  const main = markup`<article class="article auto notice">
<h1 class="headline">${content.headline}</h1>
<p>${told}</p>
<p>${withdrawal.reason}</p>
</article>`
  return noticePage(surroundings, path, {
    title: `${words.withdrawnTitle}${content.headline}`,
    lang: content.lang,
    dir: articleDirection(article),
    category: content.category,
    main,
  })
}

/** What stands at an address that an article had before: it sends readers on, and names where to. */
export function renderMovedPage(
  surroundings: Surroundings,
  moved: { from: string; to: string; headline: string },
): string {
  const { site } = surroundings
  const target = relativeLink(moved.from, moved.to)
  const words = siteWords(site)
  const main = markup`<div class="notice">
<h1 class="headline">${words.hasMoved}</h1>
<p>${words.isNowAt}<a href="${target}">${moved.headline}</a></p>
</div>`
  return noticePage(surroundings, moved.from, {
    title: moved.headline,
    lang: site.language,
    dir: languageDirection(site.language),
    category: null,
    main,
    movedTo: target,
    canonical: absoluteLink(site, moved.to),
  })
}

interface Notice {
  title: string
  lang: string
  dir: 'ltr' | 'rtl'
  category: string | null
  main: Html
  movedTo?: string
  canonical?: string
}

function noticePage(surroundings: Surroundings, path: string, notice: Notice): string {
  const { title, movedTo, canonical } = notice
  return renderFrame({
    ...notice,
    context: pageContext(surroundings, path),
    head: { path, title, description: '', kind: 'website', noindex: true, movedTo, canonical },
    isCategoryPage: false,
    skip: wordsIn(notice.lang).skipToNotice,
    stylesheetPath: stylesheet(surroundings.site.branding).path,
  })
}
