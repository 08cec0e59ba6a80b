import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'

const newsroom = useCommandNewsroom()
let article: string
beforeEach(async () => {
  await newsroom.staff()
  article = await newsroom.imported('rain.txt', 'Rain\n\nIt rained.')
})

/** What a bad day can leave of a file, and what is said of it. */
const damages: [how: string, spoil: (file: string) => Promise<void>, said: string][] = [
  ['cut off', (file) => truncate(file, 20), 'it is cut off or is not JSON'],
  ['empty', (file) => truncate(file, 0), 'it is empty'],
  ['filled with NUL bytes', (file) => writeFile(file, '\0'.repeat(300)), 'it holds nothing but NUL bytes'],
  ['another program’s', (file) => writeFile(file, '{"name":"else","version":"1.0.0"}'), 'no format number'],
  ['newer', (file) => writeFile(file, '{"format":99,"unknown":[]}'), 'newer Galley (format 99; this one'],
]

const bytesOf = async (file: string): Promise<string> => (await readFile(file)).toString('base64')

describe.each(['library.json', 'people.json'])('a damaged %s', (name) => {
  it.each(damages)('that is %s opens nothing, is left as it is and is named', async (_how, spoil, said) => {
    const file = join(newsroom.library, name)
    await spoil(file)
    const before = await bytesOf(file)
    const commands = [
      ['list', newsroom.library],
      ['serve', newsroom.library, '--no-open'],
      ['person', newsroom.library, 'add', 'New', '--role', 'admin'],
      ['set', newsroom.library, article, 'headline=Sun', '--as', 'Ed'],
      ['init', newsroom.library],
    ]
    for (const command of commands) {
      const { exitCode, out, err } = await newsroom.run(...command)
      expect({ command, exitCode, out }).toEqual({ command, exitCode: 1, out: '' })
      if (command[0] === 'init') continue
      expect(err).toContain(file)
      expect(err).toContain(said)
      expect(err).toMatch(/Restore it from a backup|Update Galley/)
    }
    expect(await bytesOf(file)).toBe(before)
    expect(await readdir(newsroom.library)).not.toContain('library.lock')
    const verified = await newsroom.run('verify', newsroom.library)
    expect(verified).toMatchObject({ exitCode: 1, err: expect.stringContaining(name) })
  })
})

describe('a damaged article.json', () => {
  it.each(damages)(
    'that is %s stays on the list, opens nowhere and is left as it is',
    async (_how, spoil, said) => {
      const file = join(newsroom.library, 'articles', article, 'article.json')
      await newsroom.run('list', newsroom.library)
      await spoil(file)
      const before = await bytesOf(file)
      const { json: rows, err } = await newsroom.json<Row[]>('list', newsroom.library)
      expect(rows.map(({ headline }) => headline)).toEqual(['Rain'])
      expect(err).toContain(said)

      for (const command of [
        ['show', newsroom.library, article],
        ['set', newsroom.library, article, 'headline=Sun', '--as', 'Ed'],
        ['move', newsroom.library, 'submit', article, '--as', 'Ed'],
      ]) {
        const refused = await newsroom.run(...command)
        expect({ command, exitCode: refused.exitCode, out: refused.out }).toEqual({
          command,
          exitCode: 1,
          out: '',
        })
        expect(refused.err).toContain(file)
        expect(refused.err).toContain(said)
      }
      expect(await bytesOf(file)).toBe(before)
      const verified = await newsroom.run('verify', newsroom.library)
      expect(verified).toMatchObject({ exitCode: 1, err: expect.stringContaining(`articles/${article}`) })
    },
  )

  it('is told of even where nothing else remembers it', async () => {
    await truncate(join(newsroom.library, 'articles', article, 'article.json'), 20)
    for (const cache of ['index.jsonl', 'search.jsonl'])
      await rm(join(newsroom.library, cache), { force: true })
    expect((await newsroom.run('list', newsroom.library)).err).toContain('article.json: it is cut off')
  })
})

it('makes nothing in the place of a missing folder', async () => {
  const nowhere = join(newsroom.folder, 'Nowhere')
  for (const command of [
    ['list', nowhere],
    ['serve', nowhere, '--no-open'],
    ['person', nowhere, 'add', 'New', '--role', 'admin'],
  ]) {
    const { exitCode, err } = await newsroom.run(...command)
    expect(exitCode).toBe(1)
    expect(err).toContain(`There is no folder ${nowhere}.`)
    expect(err).toContain('Galley made nothing in its place.')
  }
  expect(await readdir(newsroom.folder)).not.toContain('Nowhere')
})
