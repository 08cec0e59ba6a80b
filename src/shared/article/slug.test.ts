import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugFrom, slugSchema, uniqueSlug } from './slug'

describe('slugs', () => {
  it.each([
    ['China To Send Troops', 'china-to-send-troops'],
    ['It’s “quoted” — really?', 'its-quoted-really'],
    ['Ångström über straße', 'angstrom-uber-strasse'],
    ['Пример заголовка', 'primer-zagolovka'],
    ['con', 'con-article'],
    ['LPT1', 'lpt1-article'],
    ['index', 'index-article'],
    ['!!!', 'fallback'],
    ['', 'fallback'],
  ])('%j becomes %s', (title, slug) => {
    expect(slugFrom(title, 'fallback')).toBe(slug)
  })

  it('keeps something of every script', () => {
    for (const title of ['中国军队', 'ニュース', '한국 뉴스', 'خبر عاجل', 'חדשות', 'ข่าว', 'समाचार', '🙂']) {
      expect(slugFrom(title, 'fallback')).not.toBe('fallback')
    }
  })

  it('is always usable, stable and the same for either form of an accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugFrom(title, 'article-1')
        expect(slugSchema.safeParse(slug).success).toBe(true)
        expect(slugFrom(slug, 'article-1')).toBe(slug)
        expect(slugFrom(title.normalize('NFD'), 'article-1')).toBe(
          slugFrom(title.normalize('NFC'), 'article-1'),
        )
      }),
    )
  })

  it('gives each article its own', () => {
    const taken = new Set(['news', 'news-2'])
    expect(uniqueSlug('news', (slug) => taken.has(slug))).toBe('news-3')
    expect(uniqueSlug('other', (slug) => taken.has(slug))).toBe('other')
  })
})
