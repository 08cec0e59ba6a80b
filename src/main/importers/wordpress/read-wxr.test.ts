import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodySchema } from '../../../shared/article/body'
import { bodyLines } from '../../../shared/article/body-text'
import { fakeImport, fakeImportAll, importedOf, keptHash } from '../fake-import'

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
/** An element with words. */
const say = (name: string, text: string): string => `<${name}>${cdata(text)}</${name}>`

interface Post {
  title?: string
  content?: string
  more?: string
  type?: string
  status?: string
}
const item = ({
  title = 'Title',
  content = '',
  more = '',
  type = 'post',
  status = 'publish',
}: Post): string =>
  `<item><title>${cdata(title)}</title>${say('content:encoded', content)}${say('wp:status', status)}` +
  `${say('wp:post_type', type)}${more}</item>`
const meta = (key: string, value: string): string =>
  `<wp:postmeta>${say('wp:meta_key', key)}${say('wp:meta_value', value)}</wp:postmeta>`

const wxr = (items: string, channel = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Post</title><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>${cdata('ann')}</wp:author_login><wp:author_display_name>${cdata('Ann Lee')}</wp:author_display_name></wp:author>
${channel}${items}</channel></rss>`

const linesOf = async (content: string): Promise<string[]> =>
  bodyLines(importedOf(await fakeImport('site.xml', wxr(item({ content })))).body)

describe('a WordPress export', () => {
  it('gives each post with its fields, and names what it leaves out', async () => {
    const post = item({
      title: 'Rock &amp; Roll',
      content: '<!-- wp:paragraph --><p>Loud.</p><!-- /wp:paragraph -->',
      more: [
        '<dc:creator>ann</dc:creator>',
        say('excerpt:encoded', 'A <em>loud</em> night'),
        say('wp:post_date', '2022-08-30 13:05:00'),
        say('wp:post_date_gmt', '2022-08-30 12:05:00'),
        say('wp:post_name', 'rock-roll'),
        `<category domain="category" nicename="news">${cdata('News')}</category>`,
        `<category domain="category" nicename="music">${cdata('Music &amp; Pop Culture')}</category>`,
        `<category domain="post_tag" nicename="drums">${cdata('Drums')}</category>`,
        meta('_thumbnail_id', '7'),
        meta('_yoast_wpseo_primary_category', '12'),
      ].join(''),
    })
    const attachment = item({
      title: 'stage',
      type: 'attachment',
      status: 'inherit',
      more:
        say('wp:post_id', '7') +
        say('wp:attachment_url', 'https://example.com/wp-content/uploads/2022/08/stage-scaled.jpg') +
        say('excerpt:encoded', 'The stage. Photo: Bo Chen') +
        meta('_wp_attachment_image_alt', 'A stage'),
    })
    const channel = `<wp:category>${say('wp:term_id', '12')}${say('wp:cat_name', 'Music &amp; Pop Culture')}</wp:category>`
    const others =
      item({ type: 'page' }) +
      item({ type: 'page' }) +
      item({ type: 'nav_menu_item' }) +
      item({ status: 'trash' })
    const found = await fakeImportAll('site.xml', wxr(post + attachment + others, channel), {
      'uploads/2022/08/stage.jpg': 'stage',
    })
    expect(found.notes).toEqual(['Left out: 2 pages, 1 menu item, 1 post in the trash.'])
    expect(found.articles).toHaveLength(1)
    expect(found.articles[0]).toMatchObject({
      ok: true,
      value: {
        headline: 'Rock & Roll',
        standfirst: 'A loud night',
        authors: ['Ann Lee'],
        categories: ['Music & Pop Culture', 'News'],
        tags: ['Drums'],
        slug: 'rock-roll',
        lang: 'en-GB',
        publishTime: { kind: 'at', at: '2022-08-30T12:05:00.000Z' },
        thumbnail: { media: keptHash('stage'), alt: 'A stage', caption: 'The stage.', credit: 'Bo Chen' },
        warnings: ['In WordPress it stood in several categories: News, Music & Pop Culture.'],
      },
    })
  })

  it('notes every status but published, and gives drafts no date', async () => {
    const draft = item({
      status: 'draft',
      more: say('wp:post_date_gmt', '0000-00-00 00:00:00') + say('wp:post_name', ''),
    })
    const article = importedOf(await fakeImport('site.xml', wxr(draft)))
    expect(article).toMatchObject({
      publishTime: null,
      slug: null,
      warnings: ['In WordPress it was a draft.'],
    })
  })

  it('reads text of the classic editor as readers saw it', async () => {
    const content =
      'First line\nsecond\n\n<h2>Sub</h2>\nAfter <b>bold</b>\n\n<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\n<!--more-->\nhttps://example.com/film'
    const { body } = importedOf(await fakeImport('site.xml', wxr(item({ content }))))
    expect(bodyLines(body)).toEqual(['First line\nsecond', 'Sub', 'After bold', 'a', 'b'])
    expect(body.content.at(-1)).toEqual({
      type: 'embedCard',
      attrs: { url: 'https://example.com/film', title: '' },
    })
  })

  it('takes shortcodes out but leaves words in brackets', async () => {
    const content =
      'He said [sic] “[…] yes”.\n\n[box color="red"]Kept[/box]\n\n[contact-form-7 id="1"]\n\n[[gallery]] is a code\n\n' +
      '[caption id="a" width="3"]<img src="https://example.com/uploads/quay.jpg" alt="Quay" /> The quay[/caption]'
    const found = importedOf(
      await fakeImport('site.xml', wxr(item({ content })), { 'uploads/quay.jpg': 'quay' }),
    )
    expect(bodyLines(found.body)).toEqual(['He said [sic] “[…] yes”.', 'Kept', '[gallery] is a code'])
    expect(found.body.content.at(-1)).toMatchObject({
      type: 'figure',
      attrs: { media: keptHash('quay'), alt: 'Quay', caption: 'The quay' },
    })
    expect(found.warnings).toEqual([
      'Codes that only WordPress understands were left out: box, contact-form-7.',
    ])
  })

  it('has players as cards, galleries as pictures, and footnotes where their marks stand', async () => {
    const content =
      '<!-- wp:embed --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/x\n</div></figure><!-- /wp:embed -->' +
      '<!-- wp:paragraph --><p>So<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup>.</p><!-- /wp:paragraph -->' +
      '[gallery ids="7"]'
    const picture = item({
      type: 'attachment',
      more: say('wp:post_id', '7') + say('wp:attachment_url', 'https://example.com/g.png'),
    })
    const post = item({
      content,
      more: meta('footnotes', JSON.stringify([{ id: 'n1', content: 'A <em>note</em>' }])),
    })
    const { body } = importedOf(await fakeImport('site.xml', wxr(post + picture), { 'g.png': 'g' }))
    expect(body.content).toMatchObject([
      { type: 'embedCard', attrs: { url: 'https://youtu.be/x' } },
      {
        type: 'paragraph',
        content: [
          { text: 'So' },
          { type: 'footnote', content: [{ text: 'A ' }, { text: 'note' }] },
          { text: '.' },
        ],
      },
      { type: 'figure', attrs: { media: keptHash('g') } },
    ])
  })

  it('says what other XML is, and where it is damaged', async () => {
    const reason = async (xml: string): Promise<string> => {
      const read = await fakeImport('a.xml', xml)
      return read.ok ? 'read' : read.error.code === 'import-failed' ? read.error.reason : read.error.code
    }
    expect(await reason('<rss><channel><item/></channel></rss>')).toContain('a feed')
    expect(await reason('<nitf/>')).toContain('NITF')
    expect(await reason('<x/>')).toContain('no WordPress export')
    expect(await reason('hello')).toContain('damaged')
    expect(await reason(wxr('<item>').slice(0, -30))).toContain('damaged')
    expect(await reason(wxr(item({ type: 'page' })))).toBe('it holds no posts, only 1 page')
    expect(await reason(`<!DOCTYPE x [<!ENTITY a "b">]>${wxr('')}`)).toContain('entities')
    expect(await reason(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)).toContain('nested')
  })

  it('holds any naughty string', async () => {
    const strings = existsSync('../shared/corpus/strings')
      ? (JSON.parse(readFileSync('../shared/corpus/strings/blns.json', 'utf8')) as string[])
      : ['<b>&amp;', '田中']
    const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const squeezed = (text: string): string => text.replace(/[\s\u0085]+/gu, '')
    const legal = strings
      // No XML can hold these, and words in brackets with attributes are codes.
      .map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff[\]]|\p{Cs}/gu, ' '))
      .filter((text) => squeezed(text) !== '')
    const items = legal.map((text) => item({ title: `${escape(text)} z`, content: `x ${escape(text)}` }))
    const { articles } = await fakeImportAll('site.xml', wxr(items.join('')))
    const found = articles.map(importedOf)
    expect(found.map(({ headline }) => squeezed(headline))).toEqual(legal.map((text) => squeezed(`${text}z`)))
    expect(found.map(({ body }) => squeezed(bodyLines(body).join('')))).toEqual(
      legal.map((text) => squeezed(`x${text}`)),
    )
  })

  it('loses no word of any text, and never breaks', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => /^[^\s\p{C}[\]]+$/u.test(text))
    const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 })
    const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    await fc.assert(
      fc.asyncProperty(texts, async (paragraphs) => {
        const content = paragraphs.map((words) => `x ${escape(words.join(' '))}`).join('\n\n')
        const lines = await linesOf(content)
        expect(lines.join(' ').split(/\s+/)).toEqual(paragraphs.flatMap((words) => ['x', ...words]))
      }),
      { numRuns: 60 },
    )
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '<item>',
        '</item>',
        '<![CDATA[',
        ']]>',
        '[gallery ids="1"]',
        '[caption]',
        '[/caption]',
        '<p>',
        '<!-- wp:',
        '&nbsp;',
        '<wp:post_type>post</wp:post_type>',
        '\n\n',
        '<img src=x>',
        '<a href="#',
        '">',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.boolean(), async (pieces, inside) => {
        const text = pieces.join('')
        const { articles } = await fakeImportAll(
          'a.xml',
          inside ? wxr(item({ content: text, title: text })) : wxr(text),
        )
        for (const article of articles) {
          if (article.ok) expect(bodySchema.safeParse(article.value.body).success).toBe(true)
          else expect(article.error.code).toBe('import-failed')
        }
      }),
      { numRuns: 150 },
    )
  })
})
