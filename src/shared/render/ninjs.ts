import { absoluteLink } from '../site/paths'
import { renderBlocks, renderNotes } from './blocks'
import { absoluteContext } from './context'
import { printable } from './escape'
import type { PageModel, Surroundings } from './page-model'
import { heightAt, picturePath, pictureWidths } from './picture-files'
import type { PageWords } from './words'

/**
 * An article as ninjs 3.0, for newsrooms and agencies (iptc.org/std/ninjs, schema 3.0). Texts hold no code point that
 * HTML or XML forbid. Renditions are named by whole addresses only, as the schema asks.
 * @param beside where the text's pictures are found, by content hash, where they go with the file; else on the site
 */
export function renderNinjs(
  { article, surroundings }: PageModel,
  beside: Readonly<Record<string, string>> | null = null,
): string {
  const { site, authors } = surroundings
  const { content, derived, dates } = article
  const address = absoluteLink(site, article.path)
  const context = { ...absoluteContext(surroundings, content.lang), inlined: beside }
  const html = [...renderBlocks(content.body, context), renderNotes(content.body, context)].join('\n').trim()
  const names = content.authors.flatMap((id) => authors[id]?.name ?? [])
  const category = site.categories.find(({ id }) => id === content.category)
  const pictures = picturesOf(article.content.thumbnail, surroundings)
  const item = {
    uri: `urn:galley:${article.id}`,
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    type: 'text',
    representationType: 'full',
    profile: pictures.length > 0 ? 'text-photo' : 'text-only',
    ...(dates.published !== null && { firstCreated: dates.published }),
    ...(dates.modified !== null && { versionCreated: dates.modified }),
    pubStatus: 'usable',
    language: content.lang,
    copyrightHolder: site.name,
    headlines: [{ role: 'main', contentType: 'text/plain', value: content.headline }],
    ...(content.standfirst && {
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: content.standfirst }],
    }),
    ...(names.length > 0 && { by: inARow(names, context.words) }),
    ...(content.slug.text && { slugline: content.slug.text }),
    ...(content.dateline && { located: content.dateline }),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: derived.characters,
        wordCount: derived.words,
        value: html,
      },
      {
        role: 'text',
        contentType: 'text/plain',
        charCount: derived.characters,
        wordCount: derived.words,
        value: derived.text,
      },
    ],
    subjects: [
      ...(category ? [{ name: category.name, rel: 'category' }] : []),
      ...content.tags.map((name) => ({ name, rel: 'tag' })),
    ],
    infoSources: [{ name: site.name, role: 'http://cv.iptc.org/newscodes/contentprovrole/publisher' }],
    ...(address && { altIds: [{ role: 'web', value: address }] }),
    ...(pictures.length > 0 && { associations: pictures }),
  }
  const text = JSON.stringify(
    item,
    (_name, value: unknown) => (typeof value === 'string' ? printable(value) : value),
    1,
  )
  return `${text}\n`
}

const inARow = (names: readonly string[], { comma, and }: PageWords): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`

/** The thumbnail with its files, where the site has an address for them. */
function picturesOf(
  thumbnail: PageModel['article']['content']['thumbnail'],
  { site, pictures }: Surroundings,
): object[] {
  const size = thumbnail && pictures[thumbnail.media]
  if (!thumbnail || !size) return []
  const renditions = pictureWidths(size.width).flatMap((width) => {
    const href = absoluteLink(site, picturePath(thumbnail.media, width, 'jpg'))
    return href === ''
      ? []
      : [{ name: `${width}`, href, contentType: 'image/jpeg', width, height: heightAt(size, width) }]
  })
  const { alt, decorative, caption, credit, licence } = thumbnail
  const descriptions = [
    ...(caption ? [{ role: 'caption', contentType: 'text/plain', value: caption }] : []),
    ...(alt && !decorative ? [{ role: 'alt', contentType: 'text/plain', value: alt }] : []),
  ]
  return [
    {
      name: 'thumbnail',
      uri: `urn:sha256:${thumbnail.media}`,
      type: 'picture',
      ...(credit && { by: credit }),
      ...(licence && { usageTerms: licence }),
      ...(descriptions.length > 0 && { descriptions }),
      ...(renditions.length > 0 && { renditions }),
    },
  ]
}
