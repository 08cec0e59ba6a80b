import { describe, expect, it } from 'vitest'
import type { BodyLink } from '../../../../shared/checking/links'
import { defaultArticleTypes, type ArticleType } from '../../../../shared/site/article-types'
import { emptyContent } from '../../../../shared/article/content'
import { blockingRemarks, duplicateRemarks, lengthRemarks, linkQuestion, linkRemarks } from './remarks'

const site = { url: 'https://example.org' }
const from = 'news/flood/index.html'
const related = '01ARZ3NDEKTSV4RRFFQ69G5FB1'
const linkTo = (address: string, words = 'here'): BodyLink => ({
  leadsTo: { address },
  words,
  run: { from: 1, to: 5 },
})
const news = defaultArticleTypes[0] as ArticleType

describe('links', () => {
  const links = [
    linkTo('../other/'),
    linkTo('https://example.org/news/other/'),
    linkTo('#top'),
    linkTo('https://elsewhere.example.org/'),
    linkTo('http://localhost/x', ''),
    { leadsTo: { article: related }, words: '', run: { from: 8, to: 9 } },
  ]

  it('are asked about once each, and only where the desk knows more', () => {
    expect(linkQuestion(links, site, from)).toEqual({
      paths: ['news/other/index.html'],
      articles: [related],
    })
    expect(linkQuestion([linkTo('./')], site, from).paths).toEqual([])
  })

  it('are told with what readers would meet, and where they stand', () => {
    const remarks = linkRemarks(links, site, from, {
      paths: { 'news/other/index.html': { standing: 'withdrawn', headline: 'Other' } },
      articles: { [related]: { standing: 'missing' } },
    })
    expect(remarks.map(({ sentence }) => sentence)).toEqual([
      'Link “here”: “Other” was withdrawn.',
      'Link “here”: “Other” was withdrawn.',
      'Link card: It leads to a machine or network of your own, where readers cannot go.',
      'Related article: There is no such article on this site.',
    ])
    expect(remarks.at(-1)?.places).toEqual([{ in: 'body', attribute: null, from: 8, to: 9 }])
  })

  it('are looked at by themselves until the desk has answered', () => {
    expect(linkRemarks(links, site, from, null)).toHaveLength(1)
  })
})

it('says what other articles are called alike, and what a taken slug becomes', () => {
  const remarks = duplicateRemarks({
    headlines: [{ id: related, headline: 'Flood', state: 'draft', same: true }],
    slug: { wanted: 'flood', becomes: 'flood-2', takenBy: 'Flood' },
  })
  expect(remarks.map(({ sentence }) => sentence)).toEqual([
    'The same headline: “Flood” (draft).',
    'The slug “flood” belongs to “Flood”; this article’s becomes “flood-2”.',
  ])
})

it('tells a length once: as advice, or as what keeps an article back', () => {
  const content = { ...emptyContent('en'), headline: 'x'.repeat(120) }
  const strict = { ...news, strict: true }
  expect(lengthRemarks(content, news)).toHaveLength(1)
  expect(lengthRemarks(content, strict)).toEqual([])
  expect(blockingRemarks(content, strict).length - blockingRemarks(content, news).length).toBe(1)
})
