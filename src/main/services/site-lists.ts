import { hashOf, sha256Hex } from '../../shared/kernel/hash'
import {
  archiveMonths,
  monthPath,
  renderArchivePage,
  renderMonthPage,
} from '../../shared/render/archive-pages'
import { renderFrontPage } from '../../shared/render/front-page'
import {
  listPagePath,
  listPages,
  renderListPage,
  shownOn,
  type ListPlace,
} from '../../shared/render/list-page'
import { notFoundPath, renderNotFoundPage } from '../../shared/render/not-found-page'
import type { PageAuthor, PageTeaser, Surroundings } from '../../shared/render/page-model'
import {
  renderSearchIndex,
  renderSearchPage,
  searchIndexPath,
  searchScript,
} from '../../shared/render/search-page'
import { archivePath, searchPath } from '../../shared/site/paths'
import { authorPlace, categoryPlace, tagPlace } from '../../shared/render/site-lists'

/** A page by its path, made when it is asked for. */
export interface ListFile {
  path: string
  /** Of all that it shows besides settings and authors' profiles: equal texts tell equal pages. */
  madeOf: string
  render: () => string
}

/**
 * The pages that list articles: front page, categories, authors, tags and the archive, and what is shown where there is
 * nothing.
 * @param teasers every public article, newest first
 * @param authors profiles of those who wrote them
 */
export function* siteLists(
  surroundings: Surroundings,
  teasers: readonly PageTeaser[],
  authors: readonly PageAuthor[],
): Generator<ListFile> {
  const pictures = hashOf(surroundings.pictures)
  const madeOf = (shown: readonly PageTeaser[], ...more: unknown[]): string =>
    sha256Hex(JSON.stringify([pictures, shown.map(markOf), ...more]))
  const everything = madeOf(teasers)
  yield {
    path: 'index.html',
    madeOf: everything,
    render: () => renderFrontPage({ surroundings, teasers }),
  }
  for (const { place, own } of listsOf(surroundings, teasers, authors)) {
    for (let page = 1; page <= listPages(own.length); page += 1) {
      yield {
        path: listPagePath(place, page),
        madeOf: madeOf(shownOn(page, own), place, own.length),
        render: () => renderListPage({ surroundings, teasers: own, place, page }),
      }
    }
  }
  const months = archiveMonths(teasers)
  const counts = months.map(({ month, teasers: own }) => [month, own.length])
  yield {
    path: archivePath,
    madeOf: JSON.stringify(counts),
    render: () => renderArchivePage(surroundings, months),
  }
  for (const month of months) {
    yield {
      path: monthPath(month.month),
      madeOf: madeOf(month.teasers),
      render: () => renderMonthPage(surroundings, month),
    }
  }
  yield { path: searchPath, madeOf: '', render: () => renderSearchPage(surroundings) }
  yield { path: searchIndexPath, madeOf: everything, render: () => renderSearchIndex(teasers) }
  yield { path: searchScript.path, madeOf: '', render: () => searchScript.text }
  yield { path: notFoundPath, madeOf: '', render: () => renderNotFoundPage(surroundings) }
}

/** Every list with its articles, found in one pass. Categories are there even while they are empty. */
function listsOf(
  { site }: Surroundings,
  teasers: readonly PageTeaser[],
  authors: readonly PageAuthor[],
): { place: ListPlace; own: PageTeaser[] }[] {
  const lists = new Map<string, { place: ListPlace; own: PageTeaser[] }>()
  const listAt = (place: ListPlace): PageTeaser[] => {
    const known = lists.get(place.folder)
    if (known) return known.own
    const own: PageTeaser[] = []
    lists.set(place.folder, { place, own })
    return own
  }
  const categories = new Map(
    site.categories.filter(({ front }) => !front).map((one) => [one.id, listAt(categoryPlace(one, site))]),
  )
  const writers = new Map(authors.map((author) => [author.slug, once(() => listAt(authorPlace(author)))]))
  const tags = new Map<string, PageTeaser[]>()
  const listOfTag = (tag: string): PageTeaser[] => {
    const own = tags.get(tag) ?? listAt(tagPlace(tag))
    tags.set(tag, own)
    return own
  }
  for (const teaser of teasers) {
    categories.get(teaser.category)?.push(teaser)
    for (const slug of new Set(teaser.authorSlugs)) writers.get(slug)?.().push(teaser)
    for (const own of new Set(teaser.tags.map(listOfTag))) own.push(teaser)
  }
  return [...lists.values()]
}

/** Asks only the first time. */
function once<T extends object>(ask: () => T): () => T {
  let known: T | null = null
  return () => (known ??= ask())
}

/** A teaser stays the same object while its article does. */
const marks = new WeakMap<PageTeaser, string>()

function markOf(teaser: PageTeaser): string {
  const mark = marks.get(teaser) ?? sha256Hex(JSON.stringify(teaser)).slice(0, 32)
  marks.set(teaser, mark)
  return mark
}
