import { isWebAddress } from '../article/address'
import { absoluteLink, authorPath, categoryPath } from '../site/paths'
import { canonicalAddress } from './canonical'
import { printable } from './escape'
import { finished, type Html } from './html'
import type { PageArticle, Surroundings } from './page-model'
import { cropPath, cropPixels, cropsOf } from './picture-crops'
import { heightAt, picturePath, pictureWidths } from './picture-files'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }

/**
 * What an article's page says of itself to machines: `NewsArticle` and `BreadcrumbList` of schema.org as JSON-LD. Every
 * fact comes from the same place as on the page; what is not known is left out. Addresses need the site to have one.
 */
export function articleData(article: PageArticle, surroundings: Surroundings): Json {
  const { site } = surroundings
  const { content, derived, dates } = article
  const address = canonicalAddress(article, surroundings)
  const category = site.categories.find(({ id }) => id === content.category)
  const minutes = content.readTime?.minutes ?? derived.minutes
  const news: Json = {
    '@type': 'NewsArticle',
    ...(address && { '@id': `${address}#article`, mainEntityOfPage: { '@type': 'WebPage', '@id': address } }),
    headline: content.headline,
    ...(content.standfirst && { description: content.standfirst }),
    ...present('image', picturesOf(article, surroundings)),
    ...present('datePublished', dates.published),
    ...present('dateModified', dates.modified),
    ...(content.dateline && { dateline: content.dateline }),
    author: authorsIn(article, surroundings),
    publisher: publisherOf(surroundings),
    ...(category && { articleSection: category.name }),
    ...(content.tags.length > 0 && { keywords: content.tags }),
    inLanguage: content.lang,
    wordCount: derived.words,
    timeRequired: `PT${minutes}M`,
    isAccessibleForFree: true,
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ text, zoned }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: zoned,
      })),
    }),
  }
  return { '@context': 'https://schema.org', '@graph': [news, ...trailTo(article, surroundings, address)] }
}

const present = (name: string, value: Json): { [name: string]: Json } =>
  value === null ? {} : { [name]: value }

/** The thumbnail in the three shapes that search engines ask for, with what is known of its rights. */
function picturesOf({ content }: PageArticle, { site, pictures }: Surroundings): Json {
  const { thumbnail } = content
  const size = thumbnail && pictures[thumbnail.media]
  if (!thumbnail || !size || site.url === '') return null
  const { caption, credit, licence, alt, decorative } = thumbnail
  return cropsOf(thumbnail.media, thumbnail.focal).map((crop) => {
    const { width, height } = cropPixels(crop, size)
    return {
      '@type': 'ImageObject',
      url: absoluteLink(site, cropPath(crop)),
      width,
      height,
      ...(caption && { caption }),
      ...(!decorative && alt && { description: alt }),
      ...(credit && { creditText: credit }),
      ...(licence && licenceOf(licence)),
    }
  })
}

/** A licence is named by its address, or else as a work of its own that says who holds the rights. */
const licenceOf = (licence: string): Record<string, Json> =>
  isWebAddress(licence)
    ? { license: licence }
    : { license: { '@type': 'CreativeWork', name: licence }, copyrightNotice: licence }

function authorsIn({ content }: PageArticle, { site, authors }: Surroundings): Json {
  return content.authors.flatMap((id) => {
    const author = authors[id]
    if (!author) return []
    const url = absoluteLink(site, authorPath(author))
    const { name, links } = author
    return [
      {
        '@type': 'Person',
        name,
        ...(url && { '@id': `${url}#author`, url }),
        ...(links.length > 0 && { sameAs: links }),
      },
    ]
  })
}

function publisherOf({ site, pictures }: Surroundings): Json {
  const { logo } = site.branding
  const size = logo && pictures[logo]
  const width = size && pictureWidths(size.width).at(-1)
  const address = logo && width && absoluteLink(site, picturePath(logo, width, 'jpg'))
  const url = absoluteLink(site, 'index.html')
  return {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    ...(url && { '@id': `${url}#publisher`, url }),
    ...(address &&
      size && { logo: { '@type': 'ImageObject', url: address, width, height: heightAt(size, width) } }),
  }
}

/** Front page, category, article: only where these have addresses. */
function trailTo({ content }: PageArticle, { site }: Surroundings, address: string): Json[] {
  if (site.url === '') return []
  const category = site.categories.find(({ id, front }) => id === content.category && !front)
  const steps = [
    { name: site.name, item: absoluteLink(site, 'index.html') },
    ...(category ? [{ name: category.name, item: absoluteLink(site, categoryPath(category)) }] : []),
    { name: content.headline, item: address },
  ]
  const itemListElement = steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step }))
  return [{ '@type': 'BreadcrumbList', itemListElement }]
}

/** JSON-LD as a page carries it. Nothing in it can end the element or begin another. */
export const renderData = (data: Json): Html =>
  finished(`<script type="application/ld+json">${inScript(data)}</script>`)

/** JSON whose texts hold no code point that HTML forbids, and no letter with which markup begins or ends. */
const inScript = (data: Json): string =>
  JSON.stringify(data, (_name, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ).replace(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
