import { describe, expect, test } from 'vitest'
import { generatedIds } from '../article/arbitraries'
import type { Content } from '../article/content'
import { renderArticlePage } from './article-page'
import { renderListPage } from './list-page'
import { categoryPlace } from './site-lists'
import { renderFrontPage } from './front-page'
import { renderMovedPage, renderWithdrawnPage } from './notice-pages'
import { renderFragment, renderSinglePage } from './single-file'
import { stylesheet } from './stylesheet'
import { compareTeasers, teaserFrom } from './teaser'
import { testMoment, testPage, testSite, testSurroundings } from './testing/pages'
import {
  activeParts,
  attribute,
  byClass,
  byId,
  byTag,
  childrenOf,
  readPage,
  textOf,
  type ReadPage,
} from './testing/read-page'

const read = (fields: Partial<Content>, site = testSite): ReadPage => {
  const page = readPage(renderArticlePage(testPage(fields, site)))
  expect(page.errors).toEqual([])
  return page
}
const bylineOf = (fields: Partial<Content>): string => textOf(byClass(read(fields), 'byline')[0]!)
const [first, second, third] = generatedIds.authors as [string, string, string]
const readTime = { minutes: 5, by: first, at: testMoment }
const thumbnail = {
  media: generatedIds.pictures[1]!,
  alt: 'A river',
  decorative: false,
  caption: 'The river in May.',
  credit: 'A. Person',
  licence: '',
  expires: null,
  focal: { x: 0.2, y: 0.5 },
}

describe('the byline', () => {
  const named = (...authors: string[]) => bylineOf({ authors, readTime, publishTime: { kind: 'none' } })
  test('leaves out what is absent', () => {
    expect(bylineOf({ authors: [first], readTime })).toBe('By Author “0” & Sons – 4 May 2026 – 5 Mins Read')
    expect(named(first)).toBe('By Author “0” & Sons – 5 Mins Read')
    expect(named()).toBe('5 Mins Read')
  })
  test('names several authors in order', () => {
    expect(named(second, first)).toBe('By Author “1” & Sons and Author “0” & Sons – 5 Mins Read')
    expect(named(third, second, first)).toMatch(/^By Author “2” & Sons, Author “1” & Sons and Author “0”/)
  })
  test('shows an avatar for each: a picture, or initials that are no text', () => {
    const avatars = byClass(read({ authors: [first, second] }), 'avatar').slice(0, 2)
    expect(avatars.map((one) => one.tagName)).toEqual(['img', 'span'])
    expect(attribute(avatars[0]!, 'alt')).toBe('Avatar of Author “0” & Sons')
    expect(attribute(avatars[1]!, 'aria-label')).toBe('Avatar of Author “1” & Sons')
    expect([attribute(avatars[1]!, 'data-initials'), textOf(avatars[1]!)]).toEqual(['AS', ''])
  })
  test('carries the moment for machines', () => {
    expect(attribute(byTag(read({ authors: [first] }), 'time')[0]!, 'datetime')).toBe(testMoment)
  })
})

describe('whose words a page has', () => {
  const published = { publishTime: { kind: 'at' as const, at: testMoment } }
  test('the byline is in the language of the article', () => {
    const inLanguage = (lang: string) => bylineOf({ lang, authors: [second, first], readTime, ...published })
    expect(['de', 'fr-CA', 'ja', 'xx'].map(inLanguage)).toEqual([
      'Von Author “1” & Sons und Author “0” & Sons – 4. Mai 2026 – 5 Min. Lesezeit',
      'Par Author “1” & Sons et Author “0” & Sons – 4 mai 2026 – 5 min de lecture',
      '文：Author “1” & Sons、Author “0” & Sons – 2026年5月4日 – 5分で読めます',
      'By Author “1” & Sons and Author “0” & Sons – 4 May 2026 – 5 Mins Read',
    ])
  })

  test('so is everything else, but what the site says', () => {
    const page = read({ lang: 'de', tags: ['Küste'], authors: [second], category: 'news' })
    const skip = byClass(page, 'skip')[0]!
    const named = page.elements.flatMap((one) => attribute(one, 'aria-label') ?? [])
    expect(textOf(skip)).toBe('Zum Artikel springen')
    expect(named).toEqual(['Sections', 'Porträt von Author “1” & Sons', 'Themen', 'Site'])
    expect(['share', 'about'].map((id) => textOf(byId(page, id)!))).toEqual(['Teilen', 'Zur Person'])
  })

  test('articles it leads to are listed once more below it', () => {
    const article = generatedIds.articles[0]!
    const related = { type: 'relatedArticle' as const, attrs: { article } }
    const [list] = byClass(read({ lang: 'fr', body: { type: 'doc', content: [related, related] } }), 'more')
    expect(textOf(list!)).toBe('Articles liésAnother <one>')
    expect(byClass(read({}), 'more')).toEqual([])
  })

  test('the box about an author has their biography and their places on the web', () => {
    const [box] = byClass(read({ authors: [second, first] }), 'authors')
    expect(textOf(box!)).toBe('About the authorAuthor “1” & SonsWrites.writers.example/one')
    expect(byClass(read({ authors: [first] }), 'authors')).toEqual([])
  })
})

describe('the page', () => {
  test('has every category in its navigation, its own marked', () => {
    const page = read({ category: 'news' })
    const links = byClass(page, 'sections').flatMap((nav) => nav.childNodes.map(textOf))
    expect(links.join('').trim().split('\n')).toEqual(testSite.categories.map(({ name }) => name))
    const current = byTag(page, 'a').filter((link) => attribute(link, 'aria-current'))
    expect(current.map((link) => [textOf(link), attribute(link, 'href')])).toEqual([
      ['News', '../../news/index.html'],
    ])
  })

  test('offers its thumbnail in every kept width and format, with the chosen point in view', () => {
    const page = read({ thumbnail })
    const [figure] = byClass(page, 'thumbnail')
    const image = byTag(page, 'img').find((one) => attribute(one, 'alt') === 'A river')!
    expect([attribute(image, 'width'), attribute(image, 'height'), attribute(image, 'class')]).toEqual([
      '700',
      '500',
      'focus-x-20',
    ])
    expect(byTag(page, 'source').map((one) => attribute(one, 'type'))).toEqual(['image/avif', 'image/webp'])
    expect(attribute(image, 'srcset')).toBe(
      [480, 700].map((width) => `../../media/${thumbnail.media}-${width}.jpg ${width}w`).join(', '),
    )
    expect(textOf(figure!)).toContain('The river in May. A. Person')
  })

  test('can be shared by plain links once the site has an address', () => {
    const names = (page: ReadPage) =>
      childrenOf(childrenOf(byClass(page, 'share')[0]!)[1]!).filter(
        (item) => attribute(item, 'hidden') === null,
      )
    const page = read({ headline: 'Fish & “chips”' })
    expect(names(page).map(textOf)).toEqual(['X', 'Facebook', 'LinkedIn', 'WhatsApp', 'Email'])
    const mail = byTag(page, 'a').find((link) => textOf(link) === 'Email')
    expect(attribute(mail!, 'href')).toBe(
      'mailto:?subject=Fish%20%26%20%E2%80%9Cchips%E2%80%9D&body=Fish%20%26%20%E2%80%9Cchips%E2%80%9D%20https%3A%2F%2Fherald.example%2Fnews%2Fa-headline%2F',
    )
    expect(names(read({}, { ...testSite, url: '' })).map(textOf)).toEqual(['X', 'WhatsApp', 'Email'])
    expect(() => read({ headline: 'half a \ud83d pair' })).not.toThrow()
  })

  test('tells search engines what the article says', () => {
    const search = {
      title: 'For engines',
      description: 'D',
      canonical: 'https://first.example/',
      noindex: true,
    }
    const page = read({ search })
    const content = (name: string) =>
      byTag(page, 'meta').find(
        (one) => attribute(one, 'name') === name || attribute(one, 'property') === name,
      )
    expect(textOf(byTag(page, 'title')[0]!)).toBe('For engines')
    expect(attribute(content('robots')!, 'content')).toBe('noindex')
    expect(attribute(content('description')!, 'content')).toBe('D')
    expect(attribute(content('og:url')!, 'content')).toBe('https://first.example/')
  })

  test('reads from the right where its words do', () => {
    const direction = (fields: Partial<Content>) => attribute(byTag(read(fields), 'html')[0]!, 'dir')
    expect(direction({ headline: '“שלום” abc', lang: 'he' })).toBe('rtl')
    expect(direction({ headline: '2026: abc שלום', lang: 'en' })).toBe('ltr')
    expect(direction({ headline: '', lang: 'ar' })).toBe('rtl')
    expect(direction({ headline: 'שלום', dir: 'ltr' })).toBe('ltr')
  })

  test('prints its read time in the order of its words where the page reads from the right', () => {
    const page = renderArticlePage(testPage({ headline: 'שלום', lang: 'he', readTime }))
    expect(page).toContain('<bdi class="read-time">5 דקות קריאה</bdi>')
  })

  test('is small', () => {
    const words = {
      type: 'doc' as const,
      content: Array.from({ length: 30 }, () => ({
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text: 'word '.repeat(30) }],
      })),
    }
    expect(stylesheet(testSite.branding).css.length).toBeLessThan(19_000)
    expect(renderArticlePage(testPage({ body: words })).length).toBeLessThan(16_000)
  })
})

describe('other pages', () => {
  const surroundings = testSurroundings()
  const articles = ['One', 'Two', 'Three'].map((headline, index) => {
    const { article } = testPage({
      headline,
      thumbnail,
      authors: [first],
      category: index === 2 ? 'sports' : 'news',
    })
    return teaserFrom(
      { ...article, id: `01ARZ3NDEKTSV4RRFFQ69G5FC${index}`, path: `news/${index}/index.html` },
      surroundings,
    )
  })
  const teasers = [...articles].sort(compareTeasers)
  const sound = (text: string): ReadPage => {
    const page = readPage(text)
    expect([page.errors, activeParts(page)]).toEqual([[], []])
    return page
  }

  test('the front page leads with the newest, has the next beside it and lists the rest by section', () => {
    const site = { ...testSite, front: { lead: null, secondary: [], sections: { news: [teasers[2]!.id] } } }
    const surroundings = testSurroundings(site)
    const page = sound(renderFrontPage({ surroundings, teasers }))
    expect(byClass(page, 'teaser-headline').map(textOf)).toEqual(['Three', 'Two', 'One'])
    expect(byClass(page, 'section-title').map(textOf)).toEqual(['News'])
    sound(renderFrontPage({ surroundings, teasers: [] }))
  })

  test('a category is paged by twenty', () => {
    const category = testSite.categories.find(({ id }) => id === 'news')!
    const many = Array.from({ length: 41 }, () => articles[0]!)
    const page = sound(
      renderListPage({ surroundings, teasers: many, place: categoryPlace(category, testSite), page: 3 }),
    )
    expect(byClass(page, 'teaser').length).toBe(1)
    expect(byClass(page, 'pages').map(textOf)).toEqual(['NewerPage 3 of 3'])
    expect(byTag(page, 'a').map((link) => attribute(link, 'href'))).toContain(
      '../../../news/page/2/index.html',
    )
  })

  test('a withdrawn article leaves its headline and the reason, and none of its text', () => {
    const { article } = testPage({
      headline: 'Gone',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'the old words' }] }],
      },
    })
    const withdrawal = { reason: 'It was wrong.', at: testMoment, printedDate: '4 May 2026' }
    const text = renderWithdrawnPage({ article, surroundings, withdrawal })
    sound(text)
    expect(text).toContain('It was wrong.')
    expect(text).not.toContain('the old words')
  })

  test('a former address sends readers on', () => {
    const text = renderMovedPage(surroundings, {
      from: 'news/old/index.html',
      to: 'sports/new/index.html',
      headline: 'New',
    })
    const refresh = byTag(sound(text), 'meta').find((one) => attribute(one, 'http-equiv') === 'refresh')
    expect(attribute(refresh!, 'content')).toBe('0; url=../../sports/new/index.html')
  })

  test('a single file carries all it needs, and its policy allows just that', () => {
    const model = testPage({ thumbnail, authors: [first] })
    const text = renderSinglePage(model, { [thumbnail.media]: 'data:image/jpeg;base64,AAAA' })
    const page = readPage(text)
    const addresses = page.elements
      .flatMap((one) => [attribute(one, 'src'), attribute(one, 'href')])
      .filter(Boolean)
    expect(addresses.every((one) => /^(data:|https:|#|mailto:)/.test(one!))).toBe(true)
    expect(text).toContain('style-src &#39;sha256-')
    expect(byClass(page, 'thumbnail').length).toBe(1)
  })

  test('a fragment is one element that says its language', () => {
    const text = renderFragment(testPage({ lang: 'ar', headline: 'مرحبا' }), {})
    expect(text).toMatch(/^<article class="article auto" lang="ar" dir="rtl">/)
    expect(byId(readPage(text), 'body')).toBeDefined()
  })
})
