import { absoluteLink } from '../site/paths'
import type { SiteSettings } from '../site/settings'
import { feedFiles } from './feeds/feed-files'
import { attributes, finished, joined, markup, type Html } from './html'
import { openGraphLocale } from './words'

/** What a page tells browsers, search engines and link cards. */
export interface HeadModel {
  site: SiteSettings
  /** The page's own path on the site. */
  path: string
  title: string
  description: string
  /** Overrides the page's own address, '' when there is neither. */
  canonical?: string | null
  noindex?: boolean
  kind: 'article' | 'website'
  lang: string
  /** Who wrote it, as one line of text. */
  authors?: string
  /** A path on the site, and what the picture shows. */
  picture?: { path: string; alt: string; width: number; height: number } | null
  /** What is told of an article besides, by Open Graph's names; several of one name are told in order. */
  article?: readonly [name: string, content: string][]
  /** Feeds that tell of what this page does: paths on the site. */
  feeds?: readonly { title: string; folder: string }[]
  /** What the page says of itself as JSON-LD. */
  data?: Html
  /** How the page gets its style: a link's address, or the stylesheet itself. */
  style: { href: string } | { css: string; hash: string }
  /** The hash of a script that stands in the page; without one and `script` none runs. */
  ownScript?: string
  /** The site's icons as seen from this page; none means that there is none to be asked for. */
  icons?: readonly { rel: string; type: string; sizes: string; href: string | null }[]
  /** The address of the page’s own script, for the one page that has one. */
  script?: string
  /** Where readers are sent at once, as seen from this page. */
  movedTo?: string
}

/** What a page tells search engines and link cards of itself. */
export interface HeadFacts {
  siteName: string
  title: string
  description: string
  /** Where the page counts as standing, or '' while that is not known. */
  address: string
  /** The absolute address of its picture, or '', and what that shows. */
  picture: string
  pictureAlt: string
}

/** The facts that a head prints, as previews of search results and link cards show them too. */
export function headFacts({ site, ...model }: Omit<HeadModel, 'style' | 'lang'>): HeadFacts {
  const picture = model.picture ? absoluteLink(site, model.picture.path) : ''
  return {
    siteName: site.name,
    title: model.title,
    description: model.description,
    address: model.canonical || absoluteLink(site, model.path),
    picture,
    pictureAlt: picture && (model.picture?.alt ?? ''),
  }
}

/** No frame, no request but to the site itself. What is inlined is allowed by its own hash only. */
const contentPolicy = ({
  style,
  script,
  ownScript,
}: Pick<HeadModel, 'style' | 'script' | 'ownScript'>): string => {
  const [images, styles] = 'href' in style ? [`'self' data:`, `'self'`] : ['data:', `'sha256-${style.hash}'`]
  const own = ownScript === undefined ? '' : ` script-src 'sha256-${ownScript}';`
  const scripts = script === undefined ? own : ` script-src 'self'; connect-src 'self';`
  return `default-src 'none'; img-src ${images}; style-src ${styles};${scripts} base-uri 'none'; form-action 'none'`
}

/** The head of a page. */
export function renderHead(model: HeadModel): Html {
  const { style, picture: shown } = model
  const { siteName, title, description, address, picture, pictureAlt } = headFacts(model)
  const lines = [
    markup`<meta charset="utf-8">`,
    markup`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(model)}">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    model.movedTo !== undefined && markup`<meta http-equiv="refresh" content="0; url=${model.movedTo}">`,
    markup`<title>${title}</title>`,
    description && markup`<meta name="description" content="${description}">`,
    markup`<meta name="robots" content="${model.noindex ? 'noindex' : 'max-image-preview:large'}">`,
    address && markup`<link rel="canonical" href="${address}">`,
    model.authors && markup`<meta name="author" content="${model.authors}">`,
    ...feedLinks(model),
    property('og:type', model.kind),
    property('og:site_name', siteName),
    property('og:locale', openGraphLocale(model.lang)),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:image', picture),
    ...(picture && shown
      ? [
          property('og:image:type', 'image/jpeg'),
          property('og:image:width', String(shown.width)),
          property('og:image:height', String(shown.height)),
        ]
      : []),
    property('og:image:alt', pictureAlt),
    ...(model.article ?? []).map(([name, content]) => property(name, content)),
    markup`<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">`,
    pictureAlt && markup`<meta name="twitter:image:alt" content="${pictureAlt}">`,
    ...iconLinks(model),
    'href' in style
      ? markup`<link rel="stylesheet" href="${style.href}">`
      : markup`<style>${finished(style.css)}</style>`,
    model.data,
    model.script !== undefined && markup`<script src="${model.script}" defer></script>`,
  ]
  return markup`<head>
${joined(lines.filter(Boolean), '\n')}
</head>`
}

/** Without an icon, browsers ask the website for one that it may not have. */
const iconLinks = ({ icons = [] }: HeadModel): Html[] =>
  icons.length === 0
    ? [markup`<link rel="icon" href="data:,">`]
    : icons.map((icon) => markup`<link${attributes({ ...icon })}>`)

const property = (name: string, content: string): Html | false =>
  content !== '' && markup`<meta property="${name}" content="${content}">`

/** Feeds are read by programs, which need whole addresses: a site without one has no feeds. */
const feedLinks = ({ site, feeds = [] }: HeadModel): Html[] =>
  feeds
    .flatMap(({ title, folder }) =>
      feedFiles.map(({ name, type, kind }) => {
        const href = absoluteLink(site, `${folder}${name}`)
        return href === ''
          ? []
          : markup`<link${attributes({ rel: 'alternate', type, title: `${title} (${kind})`, href })}>`
      }),
    )
    .flat()
