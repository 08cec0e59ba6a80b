import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deskNotes, type DeskNotes } from '../../shared/article/content'
import { shippedStyle } from '../../shared/checking/shipped-style'
import type { StyleRule } from '../../shared/checking/style-rules'
import { createSiteWriter } from '../export'
import { openArticle } from './articles'
import { listStyle, listStyleVersions, saveStyle } from './house-style'
import { saysTheSame } from './keep-decision'
import { createPublishing } from './publishing'
import { changeHouseDictionary, listDictionaries } from './spelling'
import {
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'

const rule: StyleRule = { id: 'colour', words: ['color'], message: 'Colour.', severity: 'should' }

describe('the house style', () => {
  it('is what Galley brings along until a chief saves another; every version stays', async () => {
    const { room, chief, admin, events } = await openNewsroom()
    const style = async () => valueOf(await listStyle(room)).files
    expect(await style()).toEqual([{ file: 'house', ...shippedStyle }])

    const first = valueOf(await saveStyle(room, chief, { file: 'house', basedOn: 0, rules: [rule] }))
    expect(first).toMatchObject({ file: 'house', version: 1, by: 'Cleo', rules: [rule] })
    valueOf(await saveStyle(room, admin, { file: 'house', basedOn: 1, rules: [] }))
    expect(await style()).toMatchObject([{ file: 'house', version: 2, rules: [] }])
    expect(events.at(-1)).toEqual({ name: 'language.changed', event: { what: 'style' } })

    const versions = valueOf(await listStyleVersions(room, null, { file: 'house' }))
    expect(versions.map(({ version, rules }) => [version, rules.length])).toEqual([
      [1, 1],
      [0, shippedStyle.rules.length],
    ])
    expect(valueOf(await listStyleVersions(room, null, { file: 'sport' }))).toEqual([])
  })

  it('is changed by chiefs alone, on top of what is there, with patterns that can be read', async () => {
    const { room, editor, chief } = await openNewsroom()
    const save = { file: 'house', basedOn: 0, rules: [rule] }
    expect(refusalOf(await saveStyle(room, editor, save))).toContain('not-allowed')
    valueOf(await saveStyle(room, chief, save))
    expect(refusalOf(await saveStyle(room, chief, save))).toContain('somebody else')
    const { words: _words, ...rest } = rule
    const unreadable = { ...save, basedOn: 1, rules: [{ ...rest, pattern: '(' }] }
    expect(refusalOf(await saveStyle(room, chief, unreadable))).toContain(
      'colour: the pattern cannot be read',
    )
  })

  it('names a damaged file and leaves it alone', async () => {
    const { room, chief } = await openNewsroom()
    await room.library.style.change('house', () => ({ ok: true, value: { text: 'rules: 4', keptAs: 0 } }))
    const { files, damaged } = valueOf(await listStyle(room))
    expect([files, damaged[0]?.file]).toEqual([[], 'house'])
    const save = await saveStyle(room, chief, { file: 'house', basedOn: 0, rules: [rule] })
    expect(refusalOf(save)).toContain('damaged')
  })
})

describe('the house dictionary', () => {
  it('takes words from editors, and loses some by a chief', async () => {
    const { room, editor, chief, production } = await openNewsroom()
    const add = (person: typeof editor, word: string) =>
      changeHouseDictionary(room, person, { add: [word], remove: [] })
    expect(valueOf(await add(editor, 'Wednesbury'))).toEqual(['Wednesbury'])
    expect(valueOf(await add(editor, 'e-bike'))).toEqual(['e-bike', 'Wednesbury'])
    expect(refusalOf(await add(production, 'teh'))).toContain('not-allowed')
    const removal = { add: [], remove: ['e-bike'] }
    expect(refusalOf(await changeHouseDictionary(room, editor, removal))).toContain('not-allowed')
    valueOf(await changeHouseDictionary(room, chief, removal))
    expect(valueOf(await listDictionaries(room))).toEqual({ languages: [], words: ['Wednesbury'] })
  })
})

describe('an ignored finding', () => {
  const claimed = { by: '01ARZ3NDEKTSV4RRFFQ69G5FAV', at: '2001-01-01T00:00:00.000Z' }
  const notes = (reason: string): DeskNotes => ({
    type: '',
    words: null,
    ignored: [{ rule: 'per-cent', text: 'percent', reason, ...claimed }],
  })

  it('carries who kept it first and when, whatever the window says', async () => {
    const newsroom = await openNewsroom()
    const { editor, chief, room } = newsroom
    const { article } = await draftArticle(newsroom)
    const content = { ...completeContent(newsroom, 'Flood'), desk: notes('quoted') }
    const first = await keep(newsroom, editor, article.id, content)
    const [ignored] = deskNotes(first.article.content).ignored
    expect(ignored).toMatchObject({ by: editor.id, reason: 'quoted' })
    expect(ignored?.at).toMatch(/^2026/)

    const later = await keep(newsroom, chief, article.id, { ...content, headline: 'Floods' })
    expect(deskNotes(later.article.content).ignored).toEqual([ignored])
    expect(saysTheSame({ ...content, headline: 'Floods' }, later.article)).toBe(true)
    expect(saysTheSame({ ...content, headline: 'Floods', desk: notes('another') }, later.article)).toBe(false)
    const opened = valueOf(await openArticle(room, chief, { id: article.id }))
    expect(opened.names[editor.id]).toBe('Edda')
  })

  it('is in no exported file', async () => {
    const newsroom = await openNewsroom()
    const { editor, chief, production, room } = newsroom
    const { article } = await draftArticle(newsroom)
    const reason = 'the minister said it so'
    await keep(newsroom, editor, article.id, { ...completeContent(newsroom, 'Flood'), desk: notes(reason) })
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
    const folder = await mkdtemp(join(tmpdir(), 'galley-ignored-'))
    const publishing = createPublishing(createSiteWriter())
    for (const form of ['page', 'fragment', 'md'] as const)
      valueOf(
        await publishing.exportArticle(room, production, { id: article.id, form, file: join(folder, form) }),
      )
    valueOf(await publishing.exportSite(room, production, { folder: join(folder, 'site') }))
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8')
      expect(text.includes(reason), file.name).toBe(false)
    }
    await rm(folder, { recursive: true })
  })
})
