import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import type { OpenLibrary } from '../services/ports'
import { newLibrary, opened, valueOf } from './testing/newsroom'

let path = ''
let library: OpenLibrary
beforeEach(async () => {
  path = await newLibrary()
  library = await opened(path)
})

describe('style files', () => {
  const save = (text: string, keptAs: number) =>
    library.style.change('house', () => ok({ text, keptAs })).then(valueOf)

  it('are kept with every version before', async () => {
    expect(await library.style.files()).toEqual([])
    await save('one', 0)
    await save('two', 1)
    await save('three', 2)
    expect(await library.style.files()).toEqual([{ file: 'house', text: 'three' }])
    expect((await library.style.history('house')).sort()).toEqual(['one', 'two'])
    expect(await library.style.history('hou')).toEqual([])
    expect(await readdir(join(path, 'style', 'history'))).toEqual(['house-1.yaml', 'house-2.yaml'])
  })

  it('are changed one at a time, and not in a library that is open elsewhere', async () => {
    const seen: (string | null)[] = []
    const append = () =>
      library.style.change('house', (text) => {
        seen.push(text)
        return ok({ text: `${text ?? ''}x`, keptAs: 0 })
      })
    await Promise.all([append(), append(), append()])
    expect(seen).toEqual([null, 'x', 'xx'])
    const elsewhere = await opened(path)
    const refused = await elsewhere.style.change('house', () => ok({ text: '', keptAs: 0 }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } })
  })
})

it('a library is closed only once its style and its dictionary are on the disk', async () => {
  const saved = library.style.change('house', () => ok({ text: 'one', keptAs: 0 }))
  const added = library.dictionaries.changeHouseWords(() => ['quay'])
  await library.close()
  expect(await readFile(join(path, 'style', 'house.yaml'), 'utf8')).toBe('one')
  expect(await readFile(join(path, 'dictionaries', 'house.txt'), 'utf8')).toBe('quay\n')
  expect([await saved, await added].every((done) => done.ok)).toBe(true)
})

describe('dictionaries', () => {
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(join(path, 'dictionaries'), { recursive: true })
    await writeFile(join(path, 'dictionaries', name), content)
  }
  const read = async (language: string) => {
    const reply = await library.dictionaries.read(language)
    return reply.ok ? reply.value : reply.error.reason
  }

  it('are found by their language, in the encoding they name', async () => {
    await put('de_AT.aff', 'SET ISO8859-1\n')
    await put('de_AT.dic', new Uint8Array([0x31, 0x0a, 0x4d, 0xfc, 0x68, 0x65]))
    expect(await library.dictionaries.languages()).toEqual(['de-AT'])
    expect(await read('de-at')).toEqual({ aff: 'SET ISO8859-1\n', dic: '1\nMühe' })
    expect(await read('de')).toBeNull()
  })

  it.each([
    ['without its affixes', {}, '1\nword', 'cy.aff is missing beside it'],
    [
      'in another encoding than they say',
      { aff: 'SET UTF-8' },
      new Uint8Array([0x31, 0x0a, 0xfc]),
      'not written in UTF-8',
    ],
    ['in an encoding nobody knows', { aff: 'SET KLINGON' }, '1\nword', 'not written in KLINGON'],
    ['that are something else', { aff: '' }, '<html>', 'does not begin with the number of its words'],
  ])('say what is wrong with those %s', async (_what, { aff }: { aff?: string }, dic, reason) => {
    if (aff !== undefined) await put('cy.aff', aff)
    await put('cy.dic', dic)
    expect(await read('cy')).toContain(reason)
  })

  it('keep the words of the house, one a line', async () => {
    const add = (word: string) =>
      library.dictionaries.changeHouseWords((words) => [...words, word]).then(valueOf)
    await Promise.all([add('Wednesbury'), add('e-bike')])
    expect(await library.dictionaries.houseWords()).toEqual(['e-bike', 'Wednesbury'])
    expect(await readFile(join(path, 'dictionaries', 'house.txt'), 'utf8')).toBe('e-bike\nWednesbury\n')
  })
})
