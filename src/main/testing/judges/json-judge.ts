import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import formats from 'ajv-formats'
import type { SiteText } from './xml-judge'

const judge = new Ajv2020({ allErrors: true, strict: false })
formats.default(judge)

const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object
const ownSchema = (name: string): ValidateFunction =>
  judge.compile(read(join(import.meta.dirname, 'schemas', name)))

const jsonFeed = ownSchema('json-feed.json')
const ninjs = ownSchema('ninjs.json')
const newsArticle = ownSchema('news-article.json')

const iptcFile = join(import.meta.dirname, '../../../../../shared/schemas/ninjs-schema_3.0.json')
/** Said of a test that would hold items against IPTC’s own schema. */
export const withoutIptc = `IPTC’s own schema is not at hand (${iptcFile}).`
/** Places are not among what we write, so the schema they lean on is left out. */
const iptc = existsSync(iptcFile)
  ? judge
      .addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' })
      .compile(read(iptcFile))
  : null
export const hasIptc = iptc !== null

const faultsBy = (valid: ValidateFunction, { path, text }: SiteText): string[] =>
  valid(JSON.parse(text))
    ? []
    : (valid.errors ?? []).map(({ instancePath, message, params }) =>
        [`${path} ${instancePath}:`, message, JSON.stringify(params)].join(' '),
      )

export const jsonFeedFaults = (file: SiteText): string[] => faultsBy(jsonFeed, file)

/** A news item held against what we use of ninjs and, where it is at hand, against IPTC’s own schema. */
export const ninjsFaults = (file: SiteText): string[] => [
  ...faultsBy(ninjs, file),
  ...(iptc ? faultsBy(iptc, file) : []),
]

/** What an article’s page tells machines. */
export const newsArticleFaults = (file: SiteText): string[] => faultsBy(newsArticle, file)
