import type { Author } from '../../shared/article/author'
import type { References } from '../../shared/render/page-article'
import type { PageAuthor, Surroundings } from '../../shared/render/page-model'
import type { SeenLibrary } from './viewpoint'

type Needed = Pick<SeenLibrary, 'settings' | 'authors' | 'media'>

/**
 * What pages show beside their articles: site, authors and pictures as the library, or the viewpoint of an export, has them. Whatever is not
 * there is left out.
 * @param related the articles among those referred to that are on the site, by id
 */
export async function gatherSurroundings(
  { settings, authors, media }: Needed,
  references: References,
  related: Surroundings['related'],
): Promise<Surroundings> {
  const { site } = settings.read()
  const known = pageAuthors(authors.read(), references.authors)
  const avatars = Object.values(known).flatMap(({ avatar }) => avatar ?? [])
  const { logo } = site.branding
  const hashes = new Set([...references.pictures, ...avatars, ...(logo ? [logo] : [])])
  const pictures: Surroundings['pictures'] = {}
  for (const hash of [...hashes].sort()) {
    const found = await media.find(hash)
    if (found) pictures[hash] = { width: found.width, height: found.height }
  }
  return { site, authors: known, pictures, related }
}

function pageAuthors(authors: readonly Author[], ids: readonly string[]): Record<string, PageAuthor> {
  const wanted = new Set(ids)
  return Object.fromEntries(
    authors
      .filter(({ id }) => wanted.has(id))
      .map(({ id, name, slug, biography, avatar, links = [] }) => [
        id,
        { name, slug, biography, avatar, links },
      ]),
  )
}
