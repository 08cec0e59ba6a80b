import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../../article/arbitraries'
import { testPage, testSite } from '../testing/pages'
import { renderAtom } from './atom'
import { feedEntry, feedOf, type Feed } from './feed'
import { siteFeeds } from './feed-files'
import { renderJsonFeed } from './json-feed'
import { renderRss } from './rss'
import { newsSitemap, redirectsText, robotsText, sitemapFiles } from './sitemaps'

/** Every element of a name, as a reader of XML finds it; what is no XML throws. */
const elements = (xml: string, name: string): string[] =>
  [
    ...new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    })
      .parseFromString(xml, 'text/xml')
      .getElementsByTagName(name),
  ].map((one) => one.textContent ?? '')

const place = siteFeeds(testSite)[0]!
const feedFor = (fields: Parameters<typeof testPage>[0]): Feed => {
  const { article, surroundings } = testPage(fields)
  const entry = feedEntry(article, surroundings)
  return feedOf(place, entry ? [entry] : [], surroundings)
}
const hostile = 'A </script> ]]> & <b> \u0007 \u202e “quote”'

describe('a feed', () => {
  it('says the same in its three forms', () => {
    const feed = feedFor({ headline: hostile, standfirst: 'In short', tags: ['water'] })
    const shown = hostile.replace('\u0007', '\ufffd')
    expect(elements(renderRss(feed), 'title')).toEqual(['The Test Herald', shown])
    expect(elements(renderAtom(feed), 'title')).toEqual(['The Test Herald', shown])
    const json = JSON.parse(renderJsonFeed(feed)) as { items: { title: string; id: string; url: string }[] }
    expect(json.items).toMatchObject([
      {
        title: shown,
        id: 'urn:galley:01ARZ3NDEKTSV4RRFFQ69G5FC1',
        url: 'https://herald.example/news/a-headline/',
        date_published: '2026-05-04T09:30:00+00:00',
        tags: ['News', 'water'],
      },
    ])
    expect(elements(renderRss(feed), 'pubDate')).toEqual(['Mon, 04 May 2026 09:30:00 GMT'])
    expect(elements(renderAtom(feed), 'updated')).toEqual([
      '2026-05-04T09:30:00+00:00',
      '2026-05-04T09:30:00+00:00',
    ])
  })

  it('is whole whatever an article says, and leaves out what has no date', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const feed = feedFor(content)
        expect(feed.entries.length).toBe(content.publishTime.kind === 'none' ? 0 : 1)
        elements(renderRss(feed), 'item')
        elements(renderAtom(feed), 'entry')
        JSON.parse(renderJsonFeed(feed))
      }),
      { numRuns: 60 },
    )
  })
})

describe('sitemaps', () => {
  const page = {
    path: 'news/a&b/index.html',
    modified: '2026-05-04T09:30:00+01:00',
    pictures: ['media/x.jpg'],
  }
  it('name every page and its pictures', () => {
    const [file] = sitemapFiles(testSite, [page])
    expect(elements(file!.text, 'loc')).toEqual(['https://herald.example/news/a&b/'])
    expect(elements(file!.text, 'image:loc')).toEqual(['https://herald.example/media/x.jpg'])
  })
  it('are parted beyond fifty thousand pages', () => {
    const files = sitemapFiles(
      testSite,
      Array.from({ length: 50_001 }, () => page),
    )
    expect(files.map(({ path }) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
    expect(elements(files[0]!.text, 'loc')).toEqual([
      'https://herald.example/sitemap-1.xml',
      'https://herald.example/sitemap-2.xml',
    ])
  })
  it('tell the news of two days, and nothing that is yet to come', () => {
    const at = (published: string) => ({
      path: 'n/index.html',
      headline: published,
      lang: 'zh-TW',
      published,
    })
    const news = [
      at('2026-05-05T00:00:00+00:00'),
      at('2026-05-04T09:00:00+02:00'),
      at('2026-05-01T00:00:00Z'),
    ]
    const text = newsSitemap(testSite, news, '2026-05-04T12:00:00.000Z')
    expect(elements(text, 'news:title')).toEqual(['2026-05-04T09:00:00+02:00'])
    expect(elements(text, 'news:language')).toEqual(['zh-tw'])
  })
  it('are told to crawlers once the site has an address', () => {
    expect(robotsText(testSite)).toContain('Sitemap: https://herald.example/news-sitemap.xml')
    expect(robotsText({ ...testSite, url: '' })).toBe('User-agent: *\nAllow: /\n')
  })
  it('lead former addresses on', () => {
    const moved = [{ from: 'news/old/index.html', to: 'sports/new/index.html' }]
    expect(redirectsText(moved)).toBe('/news/old/ /sports/new/ 301\n')
  })
})
