import { isWebAddress } from '../../../shared/article/address'
import {
  deskNotes,
  languageSchema,
  type Content,
  type DeskNotes,
  type Thumbnail,
} from '../../../shared/article/content'
import { slugSchema } from '../../../shared/article/slug'
import type { MediaInfo } from '../../../shared/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import type { ArticleType } from '../../../shared/site/article-types'
import type { SiteSettings } from '../../../shared/site/settings'
import { isDay, readMoment } from './moments'
import { refused, wrongUsage, type Refusal } from './outcome'
import { listOf } from './pairs'

/** What the values of some fields are read with. */
export interface FieldReader {
  site: SiteSettings
  articleTypes: readonly ArticleType[]
  /** The id of the person who sets the fields, and the moment. */
  person: string
  now: string
  /** Author ids for printed names; byline profiles are made for those that have none. */
  authors(names: readonly string[]): Promise<Result<string[], Refusal>>
  addPicture(file: string): Promise<Result<MediaInfo, Refusal>>
}

type Setting = Result<Content, Refusal>
type SetField = (content: Content, value: string, reader: FieldReader) => Promise<Setting> | Setting

const isNothing = (value: string): boolean => ['', 'none'].includes(value.trim().toLowerCase())

/** Every field of an article that the command line sets, in the order they are set: a picture before its words. */
const fields = {
  headline: (content, value) => ok({ ...content, headline: value }),
  standfirst: (content, value) => ok({ ...content, standfirst: value }),
  dateline: (content, value) => ok({ ...content, dateline: value }),
  author: async (content, value, { authors }) => {
    const ids = await authors(listOf(value))
    return ids.ok ? ok({ ...content, authors: ids.value }) : ids
  },
  category: (content, value, { site }) => setCategory(content, value, site),
  type: setType,
  length: setLength,
  tags: (content, value) => ok({ ...content, tags: [...new Set(listOf(value))] }),
  slug: setSlug,
  readTime: setReadTime,
  publishTime: setPublishTime,
  embargo: async (content, value, { site }) => {
    if (isNothing(value)) return ok({ ...content, embargo: null })
    const moment = await readMoment(value, site.timeZone, 'start')
    return moment.ok ? ok({ ...content, embargo: moment.value }) : wrongUsage(`embargo: ${moment.error}`)
  },
  thumbnail: async (content, value, { addPicture }) => {
    if (isNothing(value)) return ok({ ...content, thumbnail: null })
    const picture = await addPicture(value)
    return picture.ok
      ? ok({ ...content, thumbnail: thumbnailOf(picture.value.hash, content.thumbnail) })
      : picture
  },
  thumbnailAlt: (content, value) => setThumbnail(content, 'thumbnailAlt', { alt: value, decorative: false }),
  decorative: (content, value) => {
    const yes = readYesNo(value)
    if (yes === null) return wrongUsage('decorative is true or false.')
    return setThumbnail(content, 'decorative', { decorative: yes })
  },
  caption: (content, value) => setThumbnail(content, 'caption', { caption: value }),
  credit: (content, value) => setThumbnail(content, 'credit', { credit: value }),
  licence: (content, value) => setThumbnail(content, 'licence', { licence: value }),
  expires: (content, value) => {
    if (isNothing(value)) return setThumbnail(content, 'expires', { expires: null })
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDay(value))
      return wrongUsage(`expires: “${value}” is not a day such as 2026-05-17.`)
    return setThumbnail(content, 'expires', { expires: value })
  },
  focal: (content, value) => {
    const [x, y, more] = listOf(value).map(Number)
    const inside = (share: number | undefined): share is number =>
      share !== undefined && share >= 0 && share <= 1
    if (!inside(x) || !inside(y) || more !== undefined)
      return wrongUsage(`focal: “${value}” is not two fractions such as 0.5,0.3.`)
    return setThumbnail(content, 'focal', { focal: { x, y } })
  },
  lang: (content, value) =>
    languageSchema.safeParse(value).success
      ? ok({ ...content, lang: value })
      : wrongUsage(`lang: “${value}” is not a language tag such as en or pt-BR.`),
  dir: (content, value) =>
    value === 'auto' || value === 'ltr' || value === 'rtl'
      ? ok({ ...content, dir: value })
      : wrongUsage('dir is auto, ltr or rtl.'),
  seoTitle: (content, value) => ok({ ...content, search: { ...content.search, title: value } }),
  seoDescription: (content, value) => ok({ ...content, search: { ...content.search, description: value } }),
  canonical: (content, value) => {
    const canonical = isNothing(value) ? null : value
    if (canonical !== null && !isWebAddress(canonical))
      return wrongUsage(`canonical: “${value}” is not a web address (http or https).`)
    return ok({ ...content, search: { ...content.search, canonical } })
  },
  noindex: (content, value) => {
    const noindex = readYesNo(value)
    return noindex === null
      ? wrongUsage('noindex is true or false.')
      : ok({ ...content, search: { ...content.search, noindex } })
  },
} as const satisfies Record<string, SetField>

export type FieldName = keyof typeof fields
export const fieldNamesToSet = Object.keys(fields) as FieldName[]

/** The content with some fields set, or the first reason why a value cannot be taken. */
export async function setFields(
  content: Content,
  pairs: readonly { name: FieldName; value: string }[],
  reader: FieldReader,
): Promise<Setting> {
  let next: Setting = ok(content)
  for (const name of fieldNamesToSet) {
    const pair = pairs.find((one) => one.name === name)
    if (pair && next.ok) next = await (fields[name] as SetField)(next.value, pair.value, reader)
  }
  return next
}

/** `true` or `yes`, `false` or `no`; null for anything else. */
export const readYesNo = (value: string): boolean | null =>
  value === 'true' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : null

function setCategory(content: Content, value: string, site: SiteSettings): Setting {
  if (isNothing(value)) return ok({ ...content, category: null })
  const wanted = value.trim().toLowerCase()
  const category = site.categories.find(
    ({ id, name, slug }) => name.toLowerCase() === wanted || slug === wanted || id === value.trim(),
  )
  const others = site.categories.filter(({ front }) => !front).map(({ name }) => name)
  if (!category) return refused(`There is no category “${value}”. Known: ${others.join(', ')}.`)
  if (category.front)
    return refused(
      `${category.name} is the front page and holds no articles. Choose among: ${others.join(', ')}.`,
    )
  return ok({ ...content, category: category.id })
}

const note = (content: Content, change: Partial<DeskNotes>): Setting =>
  ok({ ...content, desk: { ...deskNotes(content), ...change } })

function setType(content: Content, value: string, { articleTypes }: FieldReader): Setting {
  const type = findType(value, articleTypes)
  return type.ok ? note(content, { type: type.value.id }) : type
}

/** An article type by its name or id. */
export function findType(value: string, types: readonly ArticleType[]): Result<ArticleType, Refusal> {
  const wanted = value.trim().toLowerCase()
  const type = types.find(({ id, name }) => id === value.trim() || name.toLowerCase() === wanted)
  const known = types.map(({ name }) => name).join(', ')
  return type ? ok(type) : refused(`There is no article type “${value}”. Known: ${known}.`)
}

/** The length that was asked for, in words. */
function setLength(content: Content, value: string): Setting {
  if (isNothing(value)) return note(content, { words: null })
  const words = /^\d{1,6}$/.test(value) ? Number(value) : 0
  return words >= 1
    ? note(content, { words })
    : wrongUsage(`length: “${value}” is neither a number of words from 1 nor none.`)
}

function setSlug(content: Content, value: string): Setting {
  if (value === 'auto') return ok({ ...content, slug: { text: '', follows: true } })
  const slug = slugSchema.safeParse(value)
  if (slug.success) return ok({ ...content, slug: { text: slug.data, follows: false } })
  return wrongUsage(`slug: “${value}” ${slug.error.issues[0]?.message ?? 'is not a slug'}.`)
}

function setReadTime(content: Content, value: string, { person, now }: FieldReader): Setting {
  if (value === 'auto') return ok({ ...content, readTime: null })
  const minutes = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (minutes < 1)
    return wrongUsage(`readTime: “${value}” is neither a number of minutes from 1 to 999 nor auto.`)
  return ok({ ...content, readTime: { minutes, by: person, at: now } })
}

async function setPublishTime(content: Content, value: string, { site }: FieldReader): Promise<Setting> {
  if (value === 'on-approval' || value === 'none') return ok({ ...content, publishTime: { kind: value } })
  const moment = await readMoment(value, site.timeZone, 'noon')
  if (moment.ok) return ok({ ...content, publishTime: { kind: 'at', at: moment.value } })
  return wrongUsage(`publishTime: ${moment.error} It may also be on-approval or none.`)
}

/** A new picture keeps its predecessor's credit and licence only when it is the same picture. */
const thumbnailOf = (media: string, before: Thumbnail | null): Thumbnail =>
  before?.media === media
    ? before
    : {
        media,
        alt: '',
        decorative: false,
        caption: '',
        credit: '',
        licence: '',
        expires: null,
        focal: { x: 0.5, y: 0.5 },
      }

function setThumbnail(content: Content, field: string, change: Partial<Thumbnail>): Setting {
  if (!content.thumbnail)
    return refused(`${field}: the article has no thumbnail. Give one with thumbnail=FILE.`)
  return ok({ ...content, thumbnail: { ...content.thumbnail, ...change } })
}
