import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { memoryPages, validateXML } from 'xmllint-wasm'

/** A file of a site by its path. */
export interface SiteText {
  path: string
  text: string
}

const schemaAt = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(import.meta.dirname, 'schemas', name), 'utf8'),
})
const schemas = {
  'atom.xml': ['atom.xsd', 'xml.xsd'],
  'feed.xml': ['rss.xsd', 'atom.xsd', 'xml.xsd', 'rss-content.xsd', 'rss-media.xsd', 'dublin-core.xsd'],
  'sitemap.xml': ['sitemap.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd'],
} as const

const kindOf = (path: string): keyof typeof schemas => {
  const name = basename(path)
  return name === 'atom.xml' || name === 'feed.xml' ? name : 'sitemap.xml'
}

/** What libxml2 finds wrong with feeds and sitemaps, held against their schemas; a line for each fault. */
export async function xmlFaults(files: readonly SiteText[]): Promise<string[]> {
  const faults: string[] = []
  for (const kind of Object.keys(schemas) as (keyof typeof schemas)[]) {
    const own = files.filter(({ path }) => kindOf(path) === kind)
    if (own.length === 0) continue
    const [schema, ...imported] = schemas[kind].map(schemaAt)
    const { errors } = await validateXML({
      xml: own.map(({ path, text }) => ({ fileName: path.replaceAll('/', '_'), contents: text })),
      schema: schema ? [schema] : [],
      preload: imported,
      maxMemoryPages: memoryPages.GiB,
    })
    faults.push(...errors.map(({ rawMessage }) => rawMessage))
  }
  return faults
}
