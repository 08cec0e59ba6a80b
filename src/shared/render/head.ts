import { absoluteLink } from '../site/paths'
import type { SiteSettings } from '../site/settings'
import { finished, joined, markup, type Html } from './html'

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
  /** A path on the site, and what the picture shows. */
  picture?: { path: string; alt: string } | null
  publishedAt?: string | null
  /** How the page gets its style: a link's address, or the stylesheet itself. */
  style: { href: string } | { css: string; hash: string }
  /** Where readers are sent at once, as seen from this page. */
  movedTo?: string
}

/** No script, no frame, no request but to the site itself. Inlined style is allowed by its own hash only. */
const contentPolicy = (style: HeadModel['style']): string => {
  const [images, styles] = 'href' in style ? [`'self' data:`, `'self'`] : ['data:', `'sha256-${style.hash}'`]
  return `default-src 'none'; img-src ${images}; style-src ${styles}; base-uri 'none'; form-action 'none'`
}

/** The head of a page. */
export function renderHead(model: HeadModel): Html {
  const { site, title, description, style } = model
  const address = absoluteLink(site, model.path)
  const canonical = model.canonical || address
  const picture = model.picture ? absoluteLink(site, model.picture.path) : ''
  const lines = [
    markup`<meta charset="utf-8">`,
    markup`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style)}">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    model.movedTo !== undefined && markup`<meta http-equiv="refresh" content="0; url=${model.movedTo}">`,
    markup`<title>${title}</title>`,
    description && markup`<meta name="description" content="${description}">`,
    model.noindex && markup`<meta name="robots" content="noindex">`,
    canonical && markup`<link rel="canonical" href="${canonical}">`,
    property('og:type', model.kind),
    property('og:site_name', site.name),
    property('og:title', title),
    property('og:description', description),
    property('og:url', canonical),
    property('og:image', picture),
    property('og:image:alt', picture && (model.picture?.alt ?? '')),
    property('article:published_time', model.publishedAt ?? ''),
    // Spares the website a request for an icon that it may not have.
    markup`<link rel="icon" href="data:,">`,
    'href' in style
      ? markup`<link rel="stylesheet" href="${style.href}">`
      : markup`<style>${finished(style.css)}</style>`,
  ]
  return markup`<head>
${joined(lines.filter(Boolean), '\n')}
</head>`
}

const property = (name: string, content: string): Html | false =>
  content !== '' && markup`<meta property="${name}" content="${content}">`
