import type { Derived } from './article'
import { fieldNames, type Content, type PublishTime } from './content'

/** What the words of a fact need besides the article's content. */
export interface FactContext {
  authorName: (id: string) => string
  categoryName: (id: string) => string
  /** A moment (UTC, ISO 8601) in words. */
  moment: (at: string) => string
}

/** One sealed part of an article that its page shows only partly or not at all, in words; '' when it is empty. */
export interface ArticleFact {
  name: string
  value: string
}

/** An article or one of its revisions, as far as its facts need it. */
export interface FactSource {
  content: Content
  /** Null leaves out the computed minutes, where only what was chosen counts. */
  derived: Pick<Derived, 'minutes'> | null
  publishedAt: string | null
}

/** Everything a seal covers, but the body: what a reviewer approves besides the text they read. */
export function articleFacts(source: FactSource, context: FactContext): ArticleFact[] {
  const { content } = source
  return [
    { name: fieldNames.headline, value: content.headline },
    { name: fieldNames.standfirst, value: content.standfirst },
    { name: fieldNames.dateline, value: content.dateline },
    { name: fieldNames.authors, value: content.authors.map(context.authorName).join(', ') },
    {
      name: fieldNames.category,
      value: content.category === null ? '' : context.categoryName(content.category),
    },
    { name: fieldNames.tags, value: content.tags.join(', ') },
    { name: fieldNames.slug, value: content.slug.text },
    { name: fieldNames.readTime, value: readTimeWords(source) },
    { name: fieldNames.publishTime, value: publishWords(content.publishTime, source.publishedAt, context) },
    { name: fieldNames.embargo, value: content.embargo === null ? '' : context.moment(content.embargo) },
    ...thumbnailFacts(content),
    { name: fieldNames.lang, value: content.lang },
    { name: fieldNames.dir, value: directionNames[content.dir] },
    ...searchFacts(content),
  ]
}

const directionNames: Record<Content['dir'], string> = {
  auto: 'From the text',
  ltr: 'Left to right',
  rtl: 'Right to left',
}

function readTimeWords({ content, derived }: FactSource): string {
  if (derived === null) {
    return content.readTime === null ? 'Computed' : `${minutes(content.readTime.minutes)}, set by hand`
  }
  const computed = minutes(derived.minutes)
  return content.readTime === null
    ? `${computed}, computed`
    : `${minutes(content.readTime.minutes)}, set by hand (computed: ${computed})`
}

const minutes = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`

function publishWords(time: PublishTime, publishedAt: string | null, { moment }: FactContext): string {
  switch (time.kind) {
    case 'at':
      return moment(time.at)
    case 'none':
      return 'Undated'
    case 'on-approval':
      return publishedAt === null
        ? 'When it is approved'
        : `${moment(publishedAt)}, filled in by the approval`
  }
}

function thumbnailFacts({ thumbnail }: Content): ArticleFact[] {
  if (!thumbnail) return [{ name: fieldNames.thumbnail, value: '' }]
  return [
    { name: 'Thumbnail alt text', value: thumbnail.decorative ? 'Marked as decorative' : thumbnail.alt },
    { name: 'Thumbnail caption', value: thumbnail.caption },
    { name: 'Thumbnail credit', value: thumbnail.credit },
    { name: 'Thumbnail licence', value: licenceWords(thumbnail) },
    { name: 'Thumbnail file', value: thumbnail.media.slice(0, 12) },
  ]
}

function licenceWords({ licence, expires }: { licence: string; expires: string | null }): string {
  if (expires === null) return licence
  return licence === '' ? `Until ${expires}` : `${licence}, until ${expires}`
}

function searchFacts({ search }: Content): ArticleFact[] {
  return [
    { name: 'Search title', value: search.title },
    { name: 'Search description', value: search.description },
    { name: 'Canonical address', value: search.canonical ?? '' },
    { name: 'Search engines', value: search.noindex ? 'Asked not to list it' : 'May list it' },
  ]
}
