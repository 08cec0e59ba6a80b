import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { galleyJson } from './command-line'
import { articlesOf, sampleAdmin, samplePassphrase } from './sample-library'

/** An exported page and where a browser finds it. */
export interface PublishedPage {
  name: string
  /** From the site's root. */
  path: string
  /** On the disk. */
  address: string
}

const harbourCafe = 'مقهى الميناء يحفظ وصفات البحّارة'
const longRead = 'The wall that keeps Saltmere dry'

/** Exports a sample library's site to a folder; gives one page of each kind, one of them right to left. */
export async function publishSample(library: string, folder: string): Promise<PublishedPage[]> {
  await galleyJson(['export', library, folder, '--as', sampleAdmin], { GALLEY_PASSPHRASE: samplePassphrase })
  const articles = await articlesOf(library)
  const page = (name: string, ...names: string[]): PublishedPage => {
    const path = [...names, 'index.html'].join('/')
    return { name, path, address: pathToFileURL(join(folder, path)).href }
  }
  const article = (name: string, headline: string): PublishedPage => {
    const found = articles.find((one) => one.headline === headline)
    if (!found) throw new Error(`The sample library has no “${headline}”.`)
    return page(name, idOf(found.category), found.slug)
  }
  return [
    page('home'),
    page('category', 'travel-tourism'),
    article('article', longRead),
    article('right-to-left', harbourCafe),
  ]
}

/** A category's part of an address, from its name. */
const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
