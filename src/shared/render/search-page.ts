import { sha256Hex } from '../kernel/hash'
import { archivePath, searchPath } from '../site/paths'
import { pageContext } from './context'
import { languageDirection } from './direction'
import { printable } from './escape'
import { attributes, joined, markup } from './html'
import { renderFrame } from './page-frame'
import type { PageTeaser, Surroundings } from './page-model'
import { stylesheet } from './stylesheet'
import script from './theme/search.js?raw'

export const searchIndexPath = 'search/index.json'

/** The one script of the site, on this page only; its path tells its content. */
export const searchScript = { path: `assets/search.${sha256Hex(script).slice(0, 8)}.js`, text: script }

/** What the search page looks through: a line for each article, newest first. */
export function renderSearchIndex(teasers: readonly PageTeaser[]): string {
  const lines = teasers.map(({ headline, standfirst, tags, path, printedDate: date, lang }) =>
    JSON.stringify({ headline, standfirst, tags, path, date, lang }, (_name, value: unknown) =>
      typeof value === 'string' ? printable(value) : value,
    ),
  )
  return `{"articles":[\n${lines.join(',\n')}\n]}\n`
}

/** The page that finds articles by words of their headline, standfirst and tags; without script it leads to the archive. */
export function renderSearchPage(surroundings: Surroundings): string {
  const { site } = surroundings
  const context = pageContext(surroundings, searchPath)
  const { site: words } = context.words
  const archive = attributes({ href: context.linkTo(archivePath) })
  const field = attributes({ id: 'words', name: 'q', type: 'search', autocomplete: 'off' })
  const main = [
    markup`<h1 class="list-title">${words.search}</h1>`,
    markup`<form class="search" hidden><label for="words">${words.searchedWords}</label> <input${field}> <button type="submit">${words.search}</button></form>`,
    markup`<noscript><p class="notice">${words.needsScript} <a${archive}>${words.lookThroughArchive}</a></p></noscript>`,
    markup`<p class="search-status" role="status" data-found="${words.found}" data-nothing="${words.nothingFound}"></p>`,
    markup`<p class="notice search-unread" hidden>${words.indexUnread} <a${archive}>${words.lookThroughArchive}</a></p>`,
    markup`<ul class="plain-list search-results"></ul>`,
    markup`<p class="pages"><button class="search-more" type="button" hidden>${words.older}</button></p>`,
  ]
  return renderFrame({
    context,
    head: {
      path: searchPath,
      title: `${words.search} – ${site.name}`,
      description: '',
      kind: 'website',
      noindex: true,
      script: context.linkTo(searchScript.path) ?? '',
    },
    lang: site.language,
    dir: languageDirection(site.language),
    category: null,
    isCategoryPage: false,
    skip: words.skipToSearch,
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(main, '\n'),
  })
}
