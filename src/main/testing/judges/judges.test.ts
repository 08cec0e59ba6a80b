import { describe, expect, it } from 'vitest'
import { hasJava, nuFaults, withoutJava } from './html-judge'
import { siteFaults } from './site-judge'
import type { SiteText } from './xml-judge'

const head = '<!doctype html>\n<html lang="en"><head><title>A page</title>'
const wrong: Record<string, string> = {
  'page.html': `${head}</head><body><p><div></div></p></body></html>`,
  'article.html': `${head}<meta property="og:type" content="article"></head><body></body></html>`,
  'feed.xml': '<rss version="2.0"><channel><title>x</title></channel></rss>',
  'atom.xml': '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>',
  'sitemap.xml': '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
  'news-sitemap.xml': '<urlset>',
  'feed.json': '{"version":"https://jsonfeed.org/version/1","title":"x","items":[]}',
  'ninjs/a.json': '{"uri":"urn:a","headline":"of an earlier version"}',
  'robots.txt': 'Sitemap: nowhere',
  _redirects: 'nowhere',
}

describe('the judges of a site', () => {
  it('find what is wrong with files of each kind', async () => {
    const files = Object.entries(wrong).map(([path, text]): SiteText => ({ path, text }))
    const faults = (await siteFaults(files)).join('\n')
    for (const path of Object.keys(wrong)) expect(faults).toContain(path)
  })

  it.skipIf(!hasJava)(`hear the Nu checker (or: ${withoutJava})`, async () => {
    const page: SiteText = { path: 'page.html', text: wrong['page.html'] ?? '' }
    expect((await nuFaults([page])).join()).toContain('page.html:1 Nu: ')
  })
})
