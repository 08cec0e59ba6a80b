import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodySchema } from '../../../shared/article/body'
import { bodyLines } from '../../../shared/article/body-text'
import { fakeImport, fakeImportAll, importedOf, keptHash } from '../fake-import'

const read = async (item: unknown, neighbours: Record<string, string> = {}) =>
  importedOf(await fakeImport('item.json', JSON.stringify(item), neighbours))

const picture = {
  type: 'picture',
  byline: 'Bo Chen',
  description_text: 'The quay at dawn',
  body_text: 'Gulls on a wall',
  usageterms: 'Not for sale',
  renditions: {
    small: { href: 'https://example.com/p/quay-small.jpg', mimetype: 'image/jpeg', width: 200 },
    original: { href: 'https://example.com/p/quay.jpg', mimetype: 'image/jpeg', width: 4000 },
  },
}

describe('ninjs', () => {
  it('is read in its first form', async () => {
    const article = await read(
      {
        uri: 'urn:x:1',
        type: 'text',
        language: 'en_GB',
        versioncreated: '2022-08-30T12:05:00+02:00',
        embargoed: '2022-08-31T00:00:00Z',
        headline: 'Rock & Roll',
        byline: 'By Ann Lee and Bo Chen, dpa',
        located: 'Hamburg',
        description_text: 'A loud night by the water',
        body_html: '<h1>Rock & Roll</h1><p>Loud. <a href="javascript:x()">Listen</a></p><script>x()</script>',
        subject: [{ name: 'Music', code: '01' }, { name: 'Harbours' }],
        keywords: ['drums'],
        service: [{ name: 'Culture', code: 'c' }],
        ednote: 'Corrects the date',
        pubstatus: 'canceled',
        associations: { featuremedia: picture },
      },
      { 'quay.jpg': 'quay' },
    )
    expect(article).toMatchObject({
      headline: 'Rock & Roll',
      standfirst: 'A loud night by the water',
      dateline: 'Hamburg',
      authors: ['Ann Lee', 'Bo Chen'],
      categories: ['Culture'],
      tags: ['drums', 'Music', 'Harbours'],
      lang: 'en-GB',
      publishTime: { kind: 'at', at: '2022-08-30T10:05:00.000Z' },
      embargo: '2022-08-31T00:00:00.000Z',
      thumbnail: {
        media: keptHash('quay'),
        alt: 'Gulls on a wall',
        caption: 'The quay at dawn',
        credit: 'Bo Chen',
        licence: 'Not for sale',
      },
    })
    expect(bodyLines(article.body)).toEqual(['Loud. Listen'])
    expect(article.warnings.join(' ')).toMatch(/javascript.*Corrects the date.*canceled.*dpa/s)
  })

  it.each([
    ['2.0', 'contenttype', 'versioncreated'],
    ['3.0', 'contentType', 'versionCreated'],
  ])('is read in its form %s', async (_, contentType, versionCreated) => {
    const article = await read({
      uri: 'urn:x:2',
      [versionCreated]: '2022-08-30T12:05:00Z',
      language: 'de',
      headlines: [
        { role: 'short', value: 'Kurz' },
        { role: 'main', value: 'Die Möwen' },
      ],
      descriptions: [{ role: 'summary', value: 'Über Vögel' }],
      bodies: [
        { role: 'text', [contentType]: 'text/plain', value: 'Erst.\nDann.' },
        { role: 'main', [contentType]: 'text/html', value: '<section><p>Erst.</p><p>Dann.</p></section>' },
        { role: 'nitf', [contentType]: 'application/xml', value: '<nitf/>' },
      ],
      infosources: [{ name: 'Ann Lee', role: 'author' }],
      people: [{ name: 'Somebody', rel: 'about' }],
      subjects: [{ name: 'Vögel' }],
    })
    expect(article).toMatchObject({
      headline: 'Die Möwen',
      standfirst: 'Über Vögel',
      authors: ['Ann Lee'],
      tags: ['Vögel'],
      lang: 'de',
      publishTime: { kind: 'at', at: '2022-08-30T12:05:00.000Z' },
      warnings: [],
    })
    expect(bodyLines(article.body)).toEqual(['Erst.', 'Dann.'])
  })

  it('has pictures of its text where they stand, and the others below', async () => {
    const article = await read(
      {
        uri: 'urn:x:3',
        headline: 'H',
        body_html:
          '<p>a</p><figure><img src="https://example.com/p/quay-small.jpg" alt="Q"></figure><p>b</p>',
        associations: {
          a: picture,
          b: { ...picture, renditions: { r: { href: 'two.jpg' } } },
          c: { ...picture, renditions: { r: { href: 'three.jpg' } } },
        },
      },
      { 'p/quay.jpg': 'quay', 'two.jpg': 'two', 'three.jpg': 'three' },
    )
    expect(article.body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'figure',
      'paragraph',
      'figure',
    ])
    expect(article.body.content[1]).toMatchObject({ attrs: { media: keptHash('quay') } })
    expect(article.thumbnail).toMatchObject({ media: keptHash('two') })
    expect(article.body.content[3]).toMatchObject({ attrs: { media: keptHash('three'), credit: 'Bo Chen' } })
  })

  it('gives several articles of a list, and of a package', async () => {
    const text = { uri: 'urn:x', type: 'text', headline: 'T', body_text: 'One.\n\nTwo.' }
    const list = await fakeImportAll('list.json', JSON.stringify([text, { ...picture, uri: 'p' }, text]))
    expect(list.articles).toHaveLength(2)
    expect(list.notes).toEqual(['1 of its items hold no text and were left out.'])
    const whole = { uri: 'c', type: 'composite', associations: { a: text, b: text, c: picture } }
    expect((await fakeImportAll('package.json', JSON.stringify(whole))).articles).toHaveLength(2)
  })

  it('leaves out a description that only repeats how the text begins', async () => {
    const text = 'It was a long and quiet night in the harbour until the gulls came back.'
    const article = await read({
      uri: 'x',
      headline: 'H',
      description_text: text.slice(0, 60),
      body_text: text,
    })
    expect(article.standfirst).toBe('')
  })

  it('says what other JSON is', async () => {
    const reason = async (text: string): Promise<string> => {
      const found = await fakeImport('a.json', text)
      return found.ok ? 'read' : found.error.code === 'import-failed' ? found.error.reason : found.error.code
    }
    expect(await reason('{')).toBe('its JSON is damaged')
    expect(await reason('{"name": "galley", "version": "1"}')).toContain('no news item')
    expect(await reason('[]')).toContain('no news item')
    expect(await reason(JSON.stringify({ ...picture, uri: 'x' }))).toContain('holds no text')
    expect(await reason('['.repeat(100_000))).toBe('its JSON is damaged')
  })

  it('never breaks, whatever the JSON', async () => {
    const key = fc.constantFrom(
      ...[
        'uri',
        'type',
        'headline',
        'headlines',
        'bodies',
        'body_html',
        'body_text',
        'associations',
        'renditions',
        'href',
      ],
      ...[
        'value',
        'role',
        'contenttype',
        'byline',
        'subject',
        'name',
        'language',
        'versioncreated',
        'embargoed',
        '__proto__',
      ],
    )
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom(
          'picture',
          'text',
          '<p>a<img src=b.png></p>',
          'https://example.com/b.png',
          'b.png',
          'By A B',
        ),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(key, tie('json'), { maxKeys: 8 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const { articles } = await fakeImportAll('a.json', JSON.stringify(value), { 'b.png': 'b' })
        for (const article of articles) {
          if (article.ok) expect(bodySchema.safeParse(article.value.body).success).toBe(true)
          else expect(article.error.code).toBe('import-failed')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('holds any naughty string', async () => {
    const strings = existsSync('../shared/corpus/strings')
      ? (JSON.parse(readFileSync('../shared/corpus/strings/blns.json', 'utf8')) as string[])
      : ['<b>&amp;', '田中']
    const plain = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim()
    for (const text of strings.map(plain).filter(Boolean)) {
      const article = await read({ uri: 'x', type: 'text', headline: `${text} z`, body_text: `${text} z` })
      expect([article.headline, ...bodyLines(article.body)].map(plain)).toEqual([`${text} z`, `${text} z`])
    }
  })
})
