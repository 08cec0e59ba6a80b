import { absoluteLink, archivePath, relativeLink } from '../site/paths'
import { detachedContext } from './context'
import { languageDirection } from './direction'
import { attributes, joined, markup } from './html'
import { renderFrame } from './page-frame'
import type { Surroundings } from './page-model'
import { stylesheet } from './stylesheet'

export const notFoundPath = '404.html'

/**
 * What a website shows where it has nothing. It is shown at any depth, so that its addresses are whole ones; where the
 * site has none yet, they start at its root.
 */
export function renderNotFoundPage(surroundings: Surroundings): string {
  const { site } = surroundings
  const linkTo = (to: string): string => absoluteLink(site, to) || `/${relativeLink('', to)}`
  const context = { ...detachedContext(surroundings, {}), linkTo, inlined: null }
  const { site: words } = context.words
  const ways = [
    { href: linkTo('index.html'), name: words.goToFront },
    { href: linkTo(archivePath), name: words.lookThroughArchive },
  ]
  const main = [
    markup`<div class="notice"><h1 class="headline">${words.noSuchPage}</h1>`,
    markup`<p>${words.mayHaveMoved}</p>`,
    ...ways.map(({ href, name }) => markup`<p><a${attributes({ href })}>${name}</a></p>`),
    markup`</div>`,
  ]
  return renderFrame({
    context,
    head: {
      path: notFoundPath,
      title: `${words.noSuchPage} – ${site.name}`,
      description: '',
      kind: 'website',
      noindex: true,
    },
    lang: site.language,
    dir: languageDirection(site.language),
    category: null,
    isCategoryPage: false,
    skip: words.skipToPage,
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(main, '\n'),
  })
}
