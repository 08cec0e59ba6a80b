import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBody } from '../article/arbitraries'
import { isSafeAddress } from '../article/address'
import type { Body } from '../article/body'
import { linksIn, readAddress } from './links'

const site = { url: 'https://example.org/paper' }
const read = (address: string, url = site.url) => readAddress(address, { url }, 'news/flood/index.html')

describe('an address', () => {
  it.each([
    ['https://example.org/paper/news/other/', 'news/other/index.html'],
    ['https://EXAMPLE.org/paper/news/other', 'news/other/index.html'],
    ['http://example.org/paper/news/other/index.html?x=1#top', 'news/other/index.html'],
    ['/paper/sports/', 'sports/index.html'],
    ['../other/index.html', 'news/other/index.html'],
    ['../../index.html', 'index.html'],
    ['https://example.org/paper', 'index.html'],
  ])('%s leads to %s of the site', (address, path) => {
    expect(read(address)).toEqual({ kind: 'site', path })
  })

  it('is read from the site’s root while the site has no address', () => {
    expect(read('/news/other/', '')).toEqual({ kind: 'site', path: 'news/other/index.html' })
  })

  it.each(['https://other.example.org/', 'https://example.org/other/', '#note', 'tel:+44', 'mailto:a@b.c'])(
    '%s leads elsewhere',
    (address) => {
      expect(read(address)).toEqual({ kind: 'elsewhere' })
    },
  )

  it.each([
    ['http://localhost:3000/draft', 'machine or network'],
    ['https://192.168.1.4/', 'machine or network'],
    ['https://[::1]/', 'machine or network'],
    ['http://other.example.org/', 'not encrypted'],
    ['file:///home/me/story.html', 'file on somebody'],
    ['https://exampleorg/', 'not a web site'],
    ['www.example.org', 'without https'],
    ['example.com/story', 'without https'],
    ['mailto:nobody', 'no mail address'],
    ['https://exa mple.org/', 'not an address'],
    ['ftp://example.org/', 'ftp:'],
  ])('%s is wrong: %s', (address, words) => {
    const reading = read(address)
    expect(reading.kind === 'wrong' && reading.sentence).toContain(words)
  })

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (address) => {
        const reading = read(address)
        if (reading.kind === 'site') expect(reading.path).not.toMatch(/^\/|\/$/)
      }),
    )
  })
})

describe('the links of a body', () => {
  it('are one where a link’s words differ in weight', () => {
    const link = { type: 'link' as const, attrs: { href: '../other/' } }
    const body: Body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'See ' },
            { type: 'text', text: 'the ', marks: [link] },
            { type: 'text', text: 'other', marks: [{ type: 'bold' }, link] },
            {
              type: 'text',
              text: ' one',
              marks: [{ type: 'link', attrs: { href: 'article:01ARZ3NDEKTSV4RRFFQ69G5FB2' } }],
            },
          ],
        },
        { type: 'embedCard', attrs: { url: 'https://example.org/x', title: 'X' } },
        { type: 'relatedArticle', attrs: { article: '01ARZ3NDEKTSV4RRFFQ69G5FB1' } },
      ],
    }
    expect(linksIn(body)).toEqual([
      { leadsTo: { address: '../other/' }, words: 'the other', run: { from: 5, to: 14 } },
      { leadsTo: { article: '01ARZ3NDEKTSV4RRFFQ69G5FB2' }, words: ' one', run: { from: 14, to: 18 } },
      { leadsTo: { address: 'https://example.org/x' }, words: '', run: { from: 19, to: 20 } },
      { leadsTo: { article: '01ARZ3NDEKTSV4RRFFQ69G5FB1' }, words: '', run: { from: 20, to: 21 } },
    ])
  })

  it('are all that a body allows', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        for (const { leadsTo, run } of linksIn(body)) {
          expect(run.to).toBeGreaterThan(run.from)
          if ('address' in leadsTo) expect(isSafeAddress(leadsTo.address)).toBe(true)
        }
      }),
    )
  })
})
