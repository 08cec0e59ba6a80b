import { publishMoment } from '../article/derive'
import { languageDirection } from './direction'
import { namesInARow } from './byline'
import type { PageContext } from './context'
import { attributes, joined, markup, type Html } from './html'
import type { PageArticle, PageTeaser, Surroundings } from './page-model'
import { focusClasses, renderPicture } from './picture'
import { wordsIn } from './words'

/** An article as the site's lists show it. */
export function teaserFrom(article: PageArticle, { authors }: Pick<Surroundings, 'authors'>): PageTeaser {
  const { content, derived } = article
  const { thumbnail } = content
  return {
    id: article.id,
    path: article.path,
    headline: content.headline,
    standfirst: content.standfirst,
    category: content.category ?? '',
    authors: content.authors.flatMap((id) => authors[id]?.name ?? []),
    authorSlugs: content.authors.flatMap((id) => authors[id]?.slug ?? []),
    tags: content.tags,
    printedDate: derived.printedDate,
    readTime: content.readTime?.minutes ?? derived.minutes,
    lang: content.lang,
    dir: content.dir,
    thumbnail: thumbnail && {
      media: thumbnail.media,
      alt: thumbnail.alt,
      decorative: thumbnail.decorative,
      focal: thumbnail.focal,
    },
    publishedAt: publishMoment(content, article.publishedAt),
    published: article.dates.published,
  }
}

/** Newest first, undated last; articles of one moment in the order in which they were made, newest first. */
export function compareTeasers(a: PageTeaser, b: PageTeaser): number {
  const [first, second] = [a.publishedAt ?? '', b.publishedAt ?? '']
  if (first !== second) return first > second ? -1 : 1
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1
}

/** How an article stands in a list: at the head of the front page, beside that, among others, or in a row of its own. */
export type TeaserManner = 'lead' | 'beside' | 'listed' | 'row'

const pictures = {
  lead: { sizes: '(min-width: 66rem) 40rem, 100vw', usual: 960 },
  beside: null,
  listed: { sizes: '(min-width: 44rem) 20rem, 100vw', usual: 480 },
  row: { sizes: '(min-width: 44rem) 18rem, 100vw', usual: 480 },
} as const

/** One article in a list. Its picture repeats what the headline says, so it is silent and no link of its own. */
export function renderTeaser(teaser: PageTeaser, context: PageContext, manner: TeaserManner): Html {
  const lead = manner === 'lead'
  const { thumbnail } = teaser
  const shown = pictures[manner]
  const picture =
    thumbnail &&
    shown &&
    renderPicture(
      context,
      { ...thumbnail, decorative: true },
      { ...shown, className: focusClasses(thumbnail.focal), loading: lead ? 'first' : 'late' },
    )
  const tongue = attributes({
    class: ['teaser', manner !== 'listed' && manner, picture && 'pictured'].filter(Boolean).join(' '),
    ...(teaser.lang === context.surroundings.site.language
      ? {}
      : {
          lang: teaser.lang,
          dir: teaser.dir === 'auto' ? languageDirection(teaser.lang) : teaser.dir,
        }),
  })
  const pictured = picture && markup`<div class="teaser-picture">${picture}</div>`
  return markup`<article${tongue}>${pictured}<div>${renderWords(teaser, context, manner)}</div></article>`
}

function renderWords(teaser: PageTeaser, context: PageContext, manner: TeaserManner): Html {
  const address = context.linkTo(teaser.path)
  const headline =
    address === null ? markup`${teaser.headline}` : markup`<a href="${address}">${teaser.headline}</a>`
  const words = wordsIn(teaser.lang)
  const line = [
    teaser.authors.length > 0 && markup`${words.by}${namesInARow(teaser.authors, words)}`,
    teaser.printedDate !== '' && markup`<bdi>${teaser.printedDate}</bdi>`,
    markup`<bdi class="read-time">${words.readTime(teaser.readTime)}</bdi>`,
  ].filter((part) => part !== false)
  return joined(
    [
      // Listed articles stand below a heading of their list.
      manner === 'listed'
        ? markup`<h3 class="teaser-headline">${headline}</h3>`
        : markup`<h2 class="teaser-headline">${headline}</h2>`,
      teaser.standfirst && markup`<p>${teaser.standfirst}</p>`,
      markup`<p class="teaser-line">${joined(line, ' – ')}</p>`,
    ],
    '',
  )
}
