import { languageSchema, type PublishTime, type Thumbnail } from '../../shared/article/content'
import { nothingRead, type ArticleAsRead } from './article-as-read'
import { cutText, namesIn, oneLine } from '../../shared/html/fit-headline'
import type { FrontMatter } from './front-matter'
import type { PictureFiles } from './picture-files'
import { quoted, type Warnings } from '../../shared/html/warnings'
import { readWrittenDate } from './written-date'
import { readSlug } from './written-slug'

/** Each field's key, then the names that other programs give it. */
const keys = {
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'description', 'summary', 'subtitle'],
  dateline: ['dateline'],
  authors: ['authors', 'author'],
  category: ['category', 'categories', 'section'],
  tags: ['tags', 'keywords'],
  date: ['date', 'published'],
  slug: ['slug'],
  lang: ['lang', 'language'],
  dir: ['dir'],
  readTime: ['readtime'],
  thumbnail: ['thumbnail'],
  thumbnailAlt: ['thumbnailalt'],
  caption: ['caption'],
  credit: ['credit'],
  type: ['type'],
  length: ['length'],
}
const known = new Set(Object.values(keys).flat())

type ReadLine = (name: keyof typeof keys) => string
/** Words as they were written, on one line; '' when there are none. */
const exactLine = (text: string): string =>
  text.trim() === '' ? '' : text.replace(/^[\r\n]+|[\r\n]+$/g, '').replace(/[\r\n]+/g, ' ')

export interface FrontMatterSource {
  fields: FrontMatter
  /** Keys whose values were written as lists. */
  listed: ReadonlySet<string>
  timeZone: string
  pictures: PictureFiles
  warnings: Warnings
}

/** The fields of an article that front matter sets. What cannot be used is left out with a warning. */
export async function readFields(source: FrontMatterSource): Promise<ArticleAsRead> {
  const { fields, warnings } = source
  const unknown = [...fields.keys()].filter((key) => !known.has(key))
  if (unknown.length > 0) warnings.add(`Front matter that Galley has no field for: ${unknown.join(', ')}.`)
  const line: ReadLine = (name) => oneLine(valuesOf(source, name).join(' '))
  const words: ReadLine = (name) => exactLine(valuesOf(source, name).join(' '))
  return {
    ...nothingRead(),
    headline: words('headline'),
    standfirst: cutText(words('standfirst'), 20_000),
    dateline: cutText(words('dateline'), 10_000),
    authors: itemsOf(source, 'authors', 50),
    categories: namesIn(valuesOf(source, 'category'), 50),
    tags: itemsOf(source, 'tags', 200),
    slug: readSlug(line('slug'), warnings),
    readTime: readMinutes(line('readTime'), warnings),
    lang: readLanguage(line('lang'), warnings),
    dir: readDirection(line('dir')),
    publishTime: readDate(line('date'), source),
    thumbnail: await readThumbnail(line('thumbnail'), words, source),
    type: line('type') || null,
    words: readLength(line('length'), warnings),
  }
}

function valuesOf({ fields }: FrontMatterSource, name: keyof typeof keys): readonly string[] {
  const key = keys[name].find((one) => fields.has(one))
  return key === undefined ? [] : (fields.get(key) ?? [])
}

/** A list's items as they were written, or what commas part where a single line was; no more than so many. */
function itemsOf(source: FrontMatterSource, name: keyof typeof keys, most: number): string[] {
  const isList = keys[name].some((key) => source.listed.has(key))
  const written = valuesOf(source, name)
  if (!isList)
    return namesIn(
      written.flatMap((line) => line.split(',')),
      most,
    )
  const items = [...new Set(written.map(exactLine))]
  return items.filter((item) => item !== '' && item.length <= 1000).slice(0, most)
}

function readMinutes(written: string, warnings: Warnings): number | null {
  if (written === '' || written.toLowerCase() === 'auto') return null
  const minutes = Number(/^(\d{1,3})\b/.exec(written)?.[1] ?? 0)
  if (minutes >= 1) return minutes
  warnings.add(`The read time ${quoted(written)} is not a number of minutes; it is computed instead.`)
  return null
}

function readLength(written: string, warnings: Warnings): number | null {
  if (written === '') return null
  const words = Number(/^(\d{1,6})\b/.exec(written)?.[1] ?? 0)
  if (words >= 1) return words
  warnings.add(`The length ${quoted(written)} is not a number of words; it is left open.`)
  return null
}

function readLanguage(written: string, warnings: Warnings): string | null {
  if (written === '') return null
  const lang = written.replaceAll('_', '-')
  if (languageSchema.safeParse(lang).success) return lang
  warnings.add(`${quoted(written)} is not a language tag such as en or pt-BR.`)
  return null
}

const readDirection = (written: string): ArticleAsRead['dir'] =>
  written === 'ltr' || written === 'rtl' ? written : 'auto'

function readDate(written: string, { timeZone, warnings }: FrontMatterSource): PublishTime | null {
  if (written === '') return null
  const publishTime = readWrittenDate(written, timeZone)
  if (publishTime) return publishTime
  warnings.add(`The date ${quoted(written)} was not understood; write it as 2022-08-30.`)
  return null
}

async function readThumbnail(
  source: string,
  words: ReadLine,
  { pictures }: FrontMatterSource,
): Promise<Thumbnail | null> {
  const media = source === '' ? null : await pictures.keep(source)
  if (media === null) return null
  return {
    media,
    alt: cutText(words('thumbnailAlt'), 20_000),
    decorative: false,
    caption: cutText(words('caption'), 20_000),
    credit: cutText(words('credit'), 2000),
    licence: '',
    expires: null,
    focal: { x: 0.5, y: 0.5 },
  }
}
