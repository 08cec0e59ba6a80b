import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleType } from '../../../shared/site/article-types'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

interface Shown {
  desk?: { type: string; words: number | null }
}
interface Site {
  articleTypes: ArticleType[]
}

const shown = async (id: string): Promise<Shown> => (await json<Shown>('show', at.library, id)).json

describe('article types', () => {
  it('are set by name or id, with the length that is asked for', async () => {
    await staff()
    const id = await imported()
    await run('set', at.library, id, 'type=Live note', 'length=800', '--as', 'Ed')
    expect((await shown(id)).desk).toMatchObject({ type: 'live-note', words: 800 })
    await run('set', at.library, id, 'length=none', '--as', 'Ed')
    expect((await shown(id)).desk).toMatchObject({ type: 'live-note', words: null })

    const unknown = await run('set', at.library, id, 'type=Poem', '--as', 'Ed')
    expect(unknown.exitCode).toBe(1)
    expect(unknown.err).toContain('Known: News, Feature, Live note, Opinion, Brief.')
    expect((await run('set', at.library, id, 'length=-1', '--as', 'Ed')).exitCode).toBe(2)
  })

  it('are changed as the JSON that tells them, but not taken from articles', async () => {
    await staff()
    const id = await imported()
    await run('set', at.library, id, 'type=feature', 'category=News', 'author=Zoe', '--as', 'Ed')
    const { articleTypes } = (await json<Site>('site', at.library)).json
    const [news, feature] = articleTypes as [ArticleType, ArticleType]
    const lost = await run('site', at.library, `articleTypes=${JSON.stringify([news])}`, '--as', 'Ada')
    expect(lost.err).toContain('1 article is of the type “Feature”')
    expect((await run('site', at.library, 'articleTypes=[]', '--as', 'Ada')).exitCode).toBe(2)
    expect((await run('site', at.library, 'articleTypes=no', '--as', 'Ada')).exitCode).toBe(2)

    const demanding = { ...feature, required: ['standfirst'], strict: true }
    const limited = { ...demanding, limits: { headline: { unit: 'characters', least: 20, most: null } } }
    await run('site', at.library, `articleTypes=${JSON.stringify([news, limited])}`, '--as', 'Ada')
    const refused = await run('move', at.library, 'submit', id, '--as', 'Ed')
    expect(refused.exitCode).toBe(1)
    expect(refused.err).toContain('The standfirst is empty.')
    expect(refused.err).toContain('Headline: 9 characters under the least of 20.')
    await run('set', at.library, id, 'type=news', '--as', 'Ed')
    expect((await run('move', at.library, 'submit', id, '--as', 'Ed')).exitCode).toBe(0)
  })

  it('come with imported articles', async () => {
    await staff()
    const matter = '---\nheadline: Ferry back\ntype: Opinion\nlength: 700\n---\n\nText.'
    const id = await imported('ferry.md', matter)
    expect((await shown(id)).desk).toEqual({ type: 'opinion', words: 700, ignored: [] })
    const odd = join(at.folder, 'odd.md')
    await writeFile(odd, '---\nheadline: Odd\ntype: Poem\nlength: long\n---\n\nText.')
    const told = await run('import', at.library, odd, '--as', 'Ed')
    expect(told.err + told.out).toContain('There is no article type “Poem”')
    expect(told.err + told.out).toContain('The length “long” is not a number of words')
  })

  it('begin articles', async () => {
    await staff()
    const made = await json<Row>('new', at.library, '--type', 'brief', '--as', 'Ed')
    expect(made.json.state).toBe('draft')
    expect((await shown(made.json.id)).desk?.type).toBe('brief')
    const none = await run('new', at.library, '--template', 'Match report', '--as', 'Ed')
    expect(none.exitCode).toBe(1)
    expect(none.err).toContain('None was saved yet.')
  })
})
