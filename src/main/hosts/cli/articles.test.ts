import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

describe('articles', () => {
  it('come from files; one that fails is told and the others go on', async () => {
    await staff()
    await writeFile(join(at.folder, 'one.txt'), 'One\n\nText.')
    const some = await json<(Row & { error?: string })[]>(
      'import',
      at.library,
      join(at.folder, 'one.txt'),
      join(at.folder, 'none.txt'),
      '--as',
      'Ed',
      '--category',
      'News',
    )
    expect(some.exitCode).toBe(1)
    expect(some.json.map(({ headline, error }) => [headline, error === undefined])).toEqual([
      ['One', true],
      [undefined, false],
    ])
    expect(some.err).toContain('none.txt')
    expect((await json<Row[]>('list', at.library)).json).toMatchObject([
      { headline: 'One', category: 'News', state: 'draft' },
    ])
  })

  it('come from every file of a folder that can be read, and the others are named', async () => {
    await staff()
    const texts = join(at.folder, 'texts')
    await mkdir(join(texts, 'more'), { recursive: true })
    await writeFile(join(texts, 'one.text'), 'One\n\nText.')
    await writeFile(join(texts, 'two.XHTML'), '<h1>Two</h1><p>Text.</p>')
    await writeFile(join(texts, 'notes.doc'), 'not a text')
    await writeFile(join(texts, 'quay.png'), 'stands there for the texts')
    await writeFile(join(texts, '.hidden'), 'not a text')
    const all = await json<Row[]>('import', at.library, texts, '--as', 'Ed')
    expect(all.exitCode).toBe(0)
    expect(all.json.map(({ headline }) => headline)).toEqual(['One', 'Two'])
    expect(all.err).toContain('notes.doc is skipped: it is an old Word document')
    expect(all.err).not.toMatch(/hidden|more|quay/)
  })

  it('have the author who is meant, however the name is spelt', async () => {
    await staff()
    const id = await imported()
    await run('set', at.library, id, 'author=Zoe\u0301 Lee', '--as', 'Ed')
    const kept = await json<Row>('set', at.library, id, 'author=ZO\u00c9  lee, Bo Chen', '--as', 'Ed')
    expect(kept.json.authors).toEqual(['Zoe\u0301 Lee', 'Bo Chen'])
  })

  it('are never exported into the library', async () => {
    await staff()
    const id = await imported()
    const before = await readFile(join(at.library, 'library.json'), 'utf8')
    const into = (...argv: string[]) => run('export', at.library, ...argv, '--as', 'Ada')
    const zip = join(at.library, 'library.json')
    const attempts = [
      await into(join(at.folder, 'site'), '--zip', zip),
      await into(join(at.library, 'pages', 'deep'), '--form', 'md', '--article', id),
    ]
    for (const attempt of attempts) {
      expect(attempt.exitCode).toBe(1)
      expect(attempt.err).toContain('inside the library')
    }
    expect(await readFile(zip, 'utf8')).toBe(before)
    expect(await readdir(at.library)).not.toContain('pages')
    expect(await readdir(at.folder)).not.toContain('site')
  })

  it('have fields that are set and shown', async () => {
    await staff()
    const id = await imported()
    const kept = await json(
      'set',
      at.library,
      id,
      'headline=A loud day',
      'author=Ann Lee, Bo Chen',
      'category=music & pop culture',
      'tags=rain, sky,rain',
      'readTime=5',
      'publishTime=2022-08-30',
      'embargo=2022-08-30T09:00:00+02:00',
      'lang=en-GB',
      'seoTitle=Loud',
      '--as',
      'ed',
    )
    expect(kept.err).toBe('')
    expect(kept.json).toMatchObject({
      headline: 'A loud day',
      authors: ['Ann Lee', 'Bo Chen'],
      category: 'Music & Pop Culture',
      readTime: 5,
      revision: 2,
      slug: 'a-loud-day',
    })
    const { json: shown } = await json('show', at.library, 'a-loud-day')
    expect(shown).toMatchObject({
      id,
      tags: ['rain', 'sky'],
      lang: 'en-GB',
      publishTime: '2022-08-30T12:00:00.000Z',
      embargo: '2022-08-30T07:00:00.000Z',
      printedDate: '30 August 2022',
      readTimeOverride: { minutes: 5, by: 'Ed' },
      minutes: 1,
      search: { title: 'Loud' },
    })
    const text = await run('show', at.library, id.slice(0, 20), '--form', 'text')
    expect(text.out).toContain('Nothing happened.\n\nThen it rained.')
    expect((await run('show', at.library, id, '--form', 'md')).out).toMatch(/^---\nheadline: A loud day\n/)
    expect((await run('show', at.library, id, '--form', 'html')).out).toContain('5 Mins Read')
  })

  it('stay as they are when a value cannot be taken', async () => {
    await staff()
    const id = await imported()
    for (const pair of [
      'category=Nowhere',
      'category=Home',
      'slug=Not a slug',
      'readTime=0',
      'publishTime=soon',
      'embargo=2022-02-30',
      'thumbnailAlt=No picture',
      'lang=?',
      'canonical=javascript:x',
      'thumbnail=/nonexistent.png',
    ]) {
      const refused = await run('set', at.library, id, pair, '--as', 'Ed')
      expect([pair, refused.exitCode > 0, refused.err !== '']).toEqual([pair, true, true])
    }
    expect((await json<Row>('show', at.library, id)).json.revision).toBe(1)
  })

  it('that are not there, or may be several, are refused with what they may be', async () => {
    await staff()
    const one = await imported('one.txt', 'One\n\nText.')
    const two = await imported('two.txt', 'Two\n\nText.')
    expect((await run('show', at.library, 'nothing')).exitCode).toBe(1)
    const same = [...one].findIndex((character, index) => character !== two[index])
    const ambiguous = await run('show', at.library, one.slice(0, same))
    expect(ambiguous.exitCode).toBe(1)
    expect(ambiguous.err).toContain(one)
    expect(ambiguous.err).toContain(two)
  })

  it('cannot move the cursor or colour the terminal with what they say', async () => {
    await staff()
    const headline = 'Red \u001b[31m\u009b2J alarm'
    const id = await imported('one.txt', `${headline}\n\nText.`)
    const kept = await run('set', at.library, id, 'tags=rain', '--as', 'Ed')
    expect(kept.out).toContain('alarm')
    expect(`${kept.out}${kept.err}`).not.toMatch(/[\u001b\u009b]/)
    const refused = await run('show', at.library, 'no\u001b[2Jsuch')
    expect(refused.err).toContain('such')
    expect(refused.err).not.toContain('\u001b')
    const shown = await json<{ headline: string }>('show', at.library, id)
    expect(shown.json.headline).toBe(headline)
  })

  it('are listed with filters and as a table', async () => {
    await staff()
    await imported('one.txt', 'One thing\n\nAbout boats.')
    await imported('two.txt', 'Another thing\n\nAbout trains.')
    expect(
      (await json<Row[]>('list', at.library, '--search', 'boats')).json.map(({ headline }) => headline),
    ).toEqual(['One thing'])
    expect(
      (await json<Row[]>('list', at.library, '--limit', '1')).json.map(({ headline }) => headline),
    ).toEqual(['Another thing'])
    expect((await json<Row[]>('list', at.library, '--state', 'approved')).json).toEqual([])
    expect((await run('list', at.library)).out).toMatch(
      /^ID +STATE +PUBLIC +WORDS +CATEGORY +AUTHOR +HEADLINE\n/,
    )
  })
})
