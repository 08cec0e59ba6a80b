import { galleyJson } from './command-line'
import { publishSample } from './published-pages'
import { articlesOf, sampleAdmin, samplePassphrase } from './sample-library'

/** Where the site is said to be. */
export const siteAddress = 'https://saltmere.example/'

const secret = { GALLEY_PASSPHRASE: samplePassphrase }
const [chief, editor] = ['Rhys Calloway', 'Tomasz Wilk']
const ask = (...args: string[]): Promise<unknown> => galleyJson(args, secret)

/** The sample's articles to which something happens after their first export, by the beginning of their headlines. */
const headlines = { corrected: 'The wall', withdrawn: 'A brass band', moved: 'Footbridge' }

/**
 * Exports a sample library's site under an address, corrects an article, withdraws one and gives one another address,
 * and exports again. Gives the path of one page of each kind, by its name.
 */
export async function publishEveryKind(library: string, folder: string): Promise<Record<string, string>> {
  await ask('site', library, `url=${siteAddress}`, '--as', sampleAdmin)
  const pages = await publishSample(library, folder)
  const articles = await articlesOf(library)
  const idOf = (beginning: string): string =>
    articles.find(({ headline }) => headline.startsWith(beginning))?.id ?? ''
  const move = (name: string, id: string, by: string, ...more: string[]): Promise<unknown> =>
    ask('move', library, name, id, '--as', by, ...more)

  const [corrected, withdrawn, moved] = [headlines.corrected, headlines.withdrawn, headlines.moved].map(
    idOf,
  ) as [string, string, string]
  await move('correct', corrected, chief, '--note', 'The wall is older than we said.')
  await move('start-review', corrected, sampleAdmin)
  await move('approve', corrected, sampleAdmin)
  await move('withdraw', withdrawn, chief, '--note', 'None of it happened.')
  await ask('set', library, moved, 'slug=the-footbridge', '--as', editor)
  await move('submit', moved, editor)
  await move('start-review', moved, chief)
  await move('approve', moved, chief)
  await ask('export', library, folder, '--as', sampleAdmin)

  const sample = Object.fromEntries(pages.map(({ name, path }) => [name, path]))
  return {
    ...sample,
    author: 'authors/tomasz-wilk/index.html',
    tag: 'tags/harbour/index.html',
    archive: 'archive/index.html',
    search: 'search/index.html',
    'not found': '404.html',
    withdrawn: 'music-pop-culture/a-brass-band-finds-its-echo/index.html',
    moved: 'top-stories/footbridge-opens-again/index.html',
  }
}
