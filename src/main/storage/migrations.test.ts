import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { formats, upgrade, type Formats, type Stored } from './migrations'
import { refusingDisk } from './testing/failing-disk'
import { firstChange, keeping, newLibrary, open, opened, valueOf } from './testing/newsroom'

/** Two made-up steps: articles marked in each, in order. */
const later: Formats = {
  current: 3,
  steps: [
    {
      from: 1,
      title: 'Names begin with a capital',
      change: (kind, stored) =>
        kind === 'library'
          ? { ...stored, name: String(stored.name).replace(/^./, (c) => c.toUpperCase()) }
          : stored,
    },
    {
      from: 2,
      title: 'Names end with a full stop',
      change: (kind, stored) =>
        kind === 'library' ? { ...stored, name: `${String(stored.name)}.` } : stored,
    },
  ],
}
const read = async (path: string): Promise<Stored> => JSON.parse(await readFile(path, 'utf8')) as Stored

describe('migrations', () => {
  it('lead from every format to the present one, each step once and in order', () => {
    expect(formats.steps.map(({ from }) => from)).toEqual(
      Array.from({ length: formats.current - 1 }, (_, index) => index + 1),
    )
    expect(upgrade('library', { name: 'herald' }, 1, later)).toEqual({ name: 'Herald.' })
    expect(upgrade('library', { name: 'herald' }, 2, later)).toEqual({ name: 'herald.' })
    expect(upgrade('library', { name: 'herald' }, 3, later)).toEqual({ name: 'herald' })
  })

  it('bring an older library up to date after a backup, and its other files as they are written', async () => {
    const path = await newLibrary()
    const old = await opened(path)
    const { id } = valueOf(await old.articles.create(firstChange('One')))
    await old.close()
    const before = await readFile(join(path, 'library.json'), 'utf8')

    const library = await opened(path, { formats: later })
    expect(library.name).toBe('The Test Herald.')
    expect(await read(join(path, 'library.json'))).toMatchObject({ format: 3, name: 'The Test Herald.' })
    const [backup = ''] = await readdir(join(path, 'backups'))
    expect(backup).toMatch(/^format-1-/)
    expect(await readFile(join(path, 'backups', backup, 'library.json'), 'utf8')).toBe(before)
    expect(await readdir(join(path, 'backups', backup, 'articles'))).toEqual([id])

    expect(valueOf(await library.articles.find(id)).content.headline).toBe('One')
    expect((await library.articles.change(id, keeping('Two'))).ok).toBe(true)
    expect(await read(join(path, 'articles', id, 'article.json'))).toMatchObject({ format: 3 })
    await library.people.change((all) => ok({ next: all, value: null }))
    expect(await read(join(path, 'people.json'))).toMatchObject({ format: 3 })
    await library.close()

    expect(await open(path)).toMatchObject({ error: { code: 'newer-format', found: 3, known: 1 } })
    expect(await readdir(join(path, 'backups'))).toHaveLength(1)
  })

  it('do not begin without their backup', async () => {
    const path = await newLibrary()
    await writeFile(join(path, 'people.json.note'), 'something of the owner')
    const disk = refusingDisk(
      'ENOSPC',
      ({ act, path: at }) => act === 'makeFolder' && at.includes('format-1-'),
    )
    expect(await open(path, { formats: later, disk })).toMatchObject({ error: { code: 'disk-write-failed' } })
    expect(await read(join(path, 'library.json'))).toMatchObject({ format: 1 })
  })
})
