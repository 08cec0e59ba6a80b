import { attribute, byTag, readPage, textOf } from '../../../shared/render/testing/read-page'
import { pageFaults } from './html-judge'
import { jsonFeedFaults, newsArticleFaults, ninjsFaults } from './json-judge'
import { xmlFaults, type SiteText } from './xml-judge'

/** Everything wrong with files of a site that has an address, a line for each fault; all but what Nu finds. */
export async function siteFaults(files: readonly SiteText[]): Promise<string[]> {
  const pages = files.filter(({ path }) => path.endsWith('.html'))
  const faults = await xmlFaults(files.filter(({ path }) => path.endsWith('.xml')))
  for (const page of pages) faults.push(...(await pageFaults(page)), ...dataFaults(page))
  for (const file of files.filter(({ path }) => path.endsWith('.json'))) faults.push(...jsonFaults(file))
  return [...faults, ...files.flatMap(lineFaults)]
}

/** A page for readers that is an article tells machines so, once; other pages tell them nothing. */
function dataFaults({ path, text }: SiteText): string[] {
  const page = readPage(text)
  const isArticle = byTag(page, 'meta').some(
    (meta) => attribute(meta, 'property') === 'og:type' && attribute(meta, 'content') === 'article',
  )
  const data = byTag(page, 'script').filter((script) => attribute(script, 'type') === 'application/ld+json')
  if (isArticle && data.length !== 1) return [`${path}: ${data.length} blocks of structured data`]
  return data.flatMap((script) => newsArticleFaults({ path, text: textOf(script) }))
}

function jsonFaults(file: SiteText): string[] {
  if (file.path.endsWith('feed.json')) return jsonFeedFaults(file)
  if (file.path.startsWith('ninjs/')) return ninjsFaults(file)
  JSON.parse(file.text)
  return []
}

const lineForms: Record<string, RegExp> = {
  'robots.txt': /^(User-agent: \*|Allow: \/|Sitemap: https?:\/\/\S+|)$/,
  _redirects: /^(\/\S* \/\S* 301|)$/,
}

function lineFaults({ path, text }: SiteText): string[] {
  const form = lineForms[path]
  if (!form) return []
  return text.split('\n').flatMap((line) => (form.test(line) ? [] : [`${path}: ${line}`]))
}
