import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { generatedIds } from '../../shared/article/arbitraries'
import type { Content } from '../../shared/article/content'
import { testPage, testSite, testSurroundings } from '../../shared/render/testing/pages'
import { attribute, byClass, byTag, readPage, textOf } from '../../shared/render/testing/read-page'
import { saveAuthor } from '../services/authors'
import { siteFaults } from '../testing/judges/site-judge'
import type { SiteText } from '../testing/judges/xml-judge'
import { outputsOf } from '../testing/outputs-of-content'
import { growingSite } from '../testing/site-of-every-page'

const corpus = join(import.meta.dirname, '../../../../shared/corpus/strings/blns.json')
const strings = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as string[]) : []
if (strings.length === 0) console.warn('The corpus of strings is not beside the project (../shared/corpus).')

/** What ends markup, turns the direction of writing or is no character, each in the middle of words. */
const hostile = [
  ...[
    '</script>',
    '</style><b>',
    ']]>',
    '<!--',
    '--!>',
    '<![CDATA[',
    '&amp;lt;',
    '&#0;',
    `"'\``,
    '\\"',
    '${x}',
    '</title>',
  ],
  ...['\u202e', '\u2066', '\u2069', '\u200f', '\u061c', '\u2028', '\u2029', '\u00ad', '\ufeff', '\u00a0'],
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 33 }, (_, code) => String.fromCharCode(127 + code)),
  ...[
    '\ufffe',
    '\uffff',
    '\ufdd0',
    '\u{1fffe}',
    '\ud800',
    '\udfff',
    '\r\n',
    '\u{1f469}\u200d\u{1f680}',
    'e\u0301',
  ],
].map((one) => `a ${one} z`)

/** One in how many of the corpus is tried, and is shown to all judges; `GALLEY_RUNS=all` asks for each. */
const [tried, judged] = process.env.GALLEY_RUNS === 'all' ? [1, 1] : [4, 60]
const all = [...hostile, ...strings.filter((text, index) => text.trim() !== '' && index % tried === 0)]

/** A text as readers have it: what HTML and XML forbid is U+FFFD, a line ends with a newline. */
const shown = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '\ufffd')

const [author = '', picture = ''] = [generatedIds.authors[0], generatedIds.pictures[1]]

/** An article that says a text in every field, written by somebody and for a site who are called so. */
function everywhere(text: string): ReturnType<typeof testPage> {
  const site = { ...testSite, name: text, description: text, footer: text }
  const around = testSurroundings(site)
  const known = around.authors[author]
  const surroundings = {
    ...around,
    authors: known ? { [author]: { ...known, name: text, biography: text } } : {},
  }
  const words = [{ type: 'text' as const, text }]
  const paragraph = { type: 'paragraph' as const, content: words }
  const pictured = { media: picture, alt: text, decorative: false, caption: text, credit: text }
  const fields: Partial<Content> = {
    ...{ headline: text, standfirst: text, dateline: text, tags: [text], authors: [author] },
    thumbnail: { ...pictured, licence: text, expires: null, focal: { x: 0.5, y: 0.5 } },
    search: { title: text, description: text, canonical: null, noindex: false },
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [...words, { type: 'footnote', content: words }] },
        { type: 'heading', attrs: { level: 2 }, content: words },
        { type: 'pullQuote', attrs: { attribution: text }, content: words },
        { type: 'factBox', attrs: { title: text }, content: [paragraph] },
        { type: 'figure', attrs: { ...pictured, width: 'wide' } },
        { type: 'embedCard', attrs: { url: 'https://example.org/x', title: text } },
      ],
    },
  }
  const page = testPage(fields, site, surroundings)
  const { at, zoned, printedDate } = {
    at: page.asOf,
    zoned: '2026-05-04T09:30:00+00:00',
    printedDate: '4 May 2026',
  }
  return { ...page, article: { ...page.article, corrections: [{ text, at, zoned, printedDate }] } }
}

const fileIn = (files: readonly SiteText[], path: string): string =>
  files.find((file) => file.path.endsWith(`/${path}`))?.text ?? ''

/** The texts of elements of a name, or of their attributes (`element/attribute`), as XML 1.0 has them. */
function elementsOf(xml: string, wanted: string): string[] {
  const [element, attributeName] = wanted.split('/')
  const found: string[] = []
  let text: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== element) return
    if (attributeName === undefined) text = ''
    else found.push(attributes[attributeName] ?? '')
  })
  parser.on('text', (piece) => {
    if (text !== null) text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name !== element || text === null) return
    found.push(text)
    text = null
  })
  parser.write(xml).close()
  return found
}

/** What the outputs say of a headline, a caption and an author, place by place. */
function saidIn(files: readonly SiteText[]): Record<string, unknown> {
  const page = readPage(fileIn(files, 'article/index.html'))
  const meta = (name: string) => {
    const found = byTag(page, 'meta').find((one) => attribute(one, 'property') === name)
    return found && attribute(found, 'content')
  }
  const script = byTag(page, 'script').find((one) => attribute(one, 'type') === 'application/ld+json')
  const [article] = (JSON.parse(script ? textOf(script) : '') as { '@graph': Record<string, unknown>[] })[
    '@graph'
  ]
  const feed = JSON.parse(fileIn(files, 'feed.json')) as {
    title: string
    items: { title: string; tags: string[] }[]
  }
  const ninjs = JSON.parse(fileIn(files, 'ninjs/one.json')) as {
    headlines: { value: string }[]
    by: string
    located: string
  }
  const search = JSON.parse(fileIn(files, 'search/index.json')) as {
    articles: { headline: string; tags: string[] }[]
  }
  const xml = (path: string, name: string): string[] => elementsOf(fileIn(files, path), name)
  return {
    h1: byTag(page, 'h1').map(textOf),
    'og:title': meta('og:title'),
    'og:site_name': meta('og:site_name'),
    correction: byClass(page, 'corrections')
      .map(textOf)
      .join()
      .includes(shown(String(article?.headline))),
    alt: byTag(page, 'img').some((image) => attribute(image, 'alt') === article?.headline),
    data: [article?.headline, article?.keywords, (article?.author as { name: string }[])[0]?.name],
    rss: [xml('feed.xml', 'title'), xml('feed.xml', 'dc:creator')],
    atom: [xml('atom.xml', 'title'), xml('atom.xml', 'summary'), xml('atom.xml', 'category/term').at(-1)],
    'JSON feed': [feed.title, feed.items[0]?.title, feed.items[0]?.tags[1]],
    ninjs: [ninjs.headlines[0]?.value, ninjs.by, ninjs.located],
    search: [search.articles[0]?.headline, search.articles[0]?.tags],
    news: xml('news-sitemap.xml', 'news:title'),
  }
}

describe('any words, in every field', () => {
  it('come out unchanged in each output but for what no page may hold, on pages without an error', () => {
    for (const text of all) {
      const [words, once] = [shown(text), shown(text).trim()]
      const files = outputsOf({}, 'one', everywhere(text))
      const said = saidIn(files)
      const errors = ['article', 'withdrawn', 'old'].flatMap(
        (page) => readPage(fileIn(files, `${page}/index.html`)).errors,
      )
      expect([text, errors]).toEqual([text, []])
      expect({ text, ...said }).toEqual({
        text,
        ...{ h1: [words], 'og:title': words, 'og:site_name': words, correction: true, alt: true },
        data: [words, [words], words],
        rss: [[words, words], [words]],
        atom: [[words, words], [expect.stringContaining(once.slice(0, 20))], words],
        'JSON feed': [words, words, words],
        ninjs: [words, words, words],
        search: [words, [words]],
        news: [words],
      })
    }
  })

  it('leave every output valid', { timeout: 900_000 }, async () => {
    const files = all
      .filter((_, index) => index % judged === 0)
      .flatMap((text, index) => outputsOf({}, `words-${index}`, everywhere(text)))
    expect(await siteFaults(files)).toEqual([])
  })

  it('that no page may hold are named to who exports', async () => {
    const site = await growingSite()
    const { room, chief } = site.newsroom
    const wanted = { id: null, name: 'Ann\u0001 Ody', avatar: null, biography: '', links: [] }
    const ann = await saveAuthor(room, chief, wanted)
    await site.approve('Bell \u0007 rings')
    await site.approve('Quiet', ann.ok ? { authors: [ann.value.id] } : {})
    await site.exportNow()
    expect(site.warnings).toEqual([
      '“Bell \u0007 rings” or its byline holds characters no page may hold (U+0007); they print as U+FFFD.',
      '“Quiet” or its byline holds characters no page may hold (U+0001); they print as U+FFFD.',
    ])
  })
})
