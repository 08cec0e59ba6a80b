import type { Block } from '../../shared/article/body'
import type { Content } from '../../shared/article/content'
import { createPublishing } from '../services/publishing'
import {
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroomOnline,
  valueOf,
  type Newsroom,
} from '../services/testing/newsroom'
import type { SiteText } from './judges/xml-judge'
import { keptSite } from './kept-site'

const text = (words: string): { type: 'text'; text: string } => ({ type: 'text', text: words })
const paragraph = (words: string): Block => ({ type: 'paragraph', content: [text(words)] })
const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({ type, content: [paragraph(words)] })

/** Every block the editor knows, with a picture that is there. */
function everyBlock(media: string): Content['body'] {
  const attrs = { media, alt: 'A wall', decorative: false, caption: 'The wall', credit: 'Noor Haddad' }
  const figure = { type: 'figure' as const, attrs: { ...attrs, width: 'wide' as const } }
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('Text'), { type: 'footnote', content: [text('A note.')] }] },
      { type: 'heading', attrs: { level: 2 }, content: [text('A part')] },
      { type: 'heading', attrs: { level: 3 }, content: [text('Of it')] },
      figure,
      { type: 'gallery', content: [figure, figure] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('One')] }] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph('Three')] }],
      },
      { type: 'blockquote', content: [paragraph('Said once.')] },
      { type: 'pullQuote', attrs: { attribution: 'Somebody' }, content: [text('Said loudly.')] },
      { type: 'factBox', attrs: { title: 'In figures' }, content: [paragraph('Two metres.')] },
      { type: 'horizontalRule' },
      { type: 'embedCard', attrs: { url: 'https://example.org/film', title: 'A film' } },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Year'), cell('tableHeader', 'Height')] },
          { type: 'tableRow', content: [cell('tableCell', '1953'), cell('tableCell', '2 m')] },
        ],
      },
    ],
  }
}

/** A site in memory that grows as articles are approved and exported. */
export interface GrowingSite {
  newsroom: Newsroom
  /** Takes an article from a draft to its approval; gives its id. */
  approve(headline: string, fields?: Partial<Content>): Promise<string>
  /** Exports and gives every text of the site. */
  exportNow(): Promise<SiteText[]>
  /** What the last export warned of. */
  warnings: string[]
}

export async function growingSite(): Promise<GrowingSite> {
  const newsroom = await openNewsroomOnline()
  const kept = keptSite()
  const publishing = createPublishing(kept)
  const site: GrowingSite = {
    newsroom,
    warnings: [],
    async approve(headline, fields = {}) {
      const { article } = await draftArticle(newsroom, headline)
      await keep(newsroom, newsroom.editor, article.id, {
        ...completeContent(newsroom, headline),
        slug: article.content.slug,
        ...fields,
      })
      await approveAgain(newsroom, article.id)
      return article.id
    },
    async exportNow() {
      const { room, production } = newsroom
      const { report } = valueOf(await publishing.exportSite(room, production, { folder: '/nowhere' }))
      site.warnings = report.warnings
      return kept.files
    },
  }
  return site
}

const approveAgain = (newsroom: Newsroom, id: string) => {
  const { editor, chief } = newsroom
  return make(newsroom, id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
}

/** A site with a page of each kind that there is. */
export async function siteOfEveryPage(): Promise<SiteText[]> {
  const site = await growingSite()
  const { newsroom, approve } = site
  const { room, chief, otherChief, editor } = newsroom
  const picture = valueOf(await room.library.media.add('wall.png', new Uint8Array([1, 2, 3])))
  const thumbnail: Content['thumbnail'] = {
    ...{ media: picture.hash, alt: 'A wall', decorative: false, caption: 'The wall', credit: 'Noor Haddad' },
    ...{ licence: '© Noor Haddad', expires: null, focal: { x: 0.3, y: 0.6 } },
  }
  const standfirst = 'What the tide left.'
  const full = { standfirst, dateline: 'SALTMERE', tags: ['Harbour', 'Winter storms'], thumbnail }
  const corrected = await approve('The wall', { ...full, body: everyBlock(picture.hash) })
  const withdrawn = await approve('The mistake', { thumbnail })
  const moved = await approve('The ferry', { tags: ['Harbour'] })
  await approve('مقهى الميناء', { lang: 'ar', body: bodyOf('يحفظ وصفات البحّارة.'), category: 'sports' })
  await approve('Undated', { publishTime: { kind: 'none' } })
  await approve('Hidden from searches', {
    search: {
      title: 'Title',
      description: 'In short',
      canonical: 'https://example.org/first',
      noindex: true,
    },
  })
  await site.exportNow()
  await make(newsroom, corrected, [chief, 'correct', 'It was noon.'], [chief, 'start-review'])
  await make(newsroom, corrected, [otherChief, 'approve'])
  await make(newsroom, withdrawn, [chief, 'withdraw', 'None of it happened.'])
  const { content } = valueOf(await room.library.articles.find(moved))
  await keep(newsroom, editor, moved, { ...content, slug: { text: 'the-new-ferry', follows: false } })
  await approveAgain(newsroom, moved)
  return site.exportNow()
}
