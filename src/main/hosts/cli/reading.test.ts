import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMoment } from './moments'
import { neighboursOf } from './neighbours'
import { listOf, readPairs } from './pairs'
import { findPerson } from './sign-in'
import { cut, table } from './table'

describe('moments', () => {
  it.each([
    ['2022-08-30T09:30:00Z', '2022-08-30T09:30:00.000Z'],
    ['2022-08-30T09:30+02:00', '2022-08-30T07:30:00.000Z'],
    ['2022-08-30T09:30', '2022-08-30T08:30:00.000Z'],
    ['2022-08-30 09:30', '2022-08-30T08:30:00.000Z'],
    ['2022-01-30', '2022-01-30T12:00:00.000Z'],
  ])('reads %s in London as %s', async (written, moment) => {
    expect(await readMoment(written, 'Europe/London', 'noon')).toEqual({ ok: true, value: moment })
  })

  it('takes a day as its start where that is meant', async () => {
    expect(await readMoment('2022-08-30', 'Asia/Tokyo', 'start')).toEqual({
      ok: true,
      value: '2022-08-29T15:00:00.000Z',
    })
  })

  it.each([
    '',
    'tomorrow',
    '2022',
    '2022-13-01',
    '2022-02-30',
    '2022-02-30T10:00:00Z',
    '2022-08-30T25:00',
    '30.8.2022',
  ])('refuses %j', async (written) => {
    expect((await readMoment(written, 'UTC', 'noon')).ok).toBe(false)
  })
})

describe('moments when the clocks change', () => {
  const inLondon = (written: string) => readMoment(written, 'Europe/London', 'start')

  it('are refused where they do not exist, in words', async () => {
    expect(await inLondon('2026-03-29T01:30')).toEqual({
      ok: false,
      error: '“2026-03-29T01:30” does not exist in Europe/London: the clocks go forward past it on that day.',
    })
    expect(await inLondon('2026-03-29T02:30')).toEqual({ ok: true, value: '2026-03-29T01:30:00.000Z' })
  })

  it('have to say which is meant where they come twice', async () => {
    expect(await inLondon('2026-10-25 01:30')).toEqual({
      ok: false,
      error:
        '“2026-10-25 01:30” comes twice in Europe/London, where the clocks go back: write 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.',
    })
    expect(await inLondon('2026-10-25T01:30+01:00')).toEqual({ ok: true, value: '2026-10-25T00:30:00.000Z' })
  })

  it('stand for the day they begin, even where midnight is left out', async () => {
    expect(await readMoment('2018-11-04', 'America/Sao_Paulo', 'start')).toEqual({
      ok: true,
      value: '2018-11-04T03:00:00.000Z',
    })
  })
})

describe('pairs', () => {
  it('are parted at the first sign, and known by name whatever its case', () => {
    expect(readPairs(['Headline=a=b', 'tags='], ['headline', 'tags'], 'field')).toEqual({
      ok: true,
      value: [
        { name: 'headline', value: 'a=b' },
        { name: 'tags', value: '' },
      ],
    })
    expect(readPairs(['=x'], ['headline'], 'field').ok).toBe(false)
    expect(readPairs(['headline=a', 'headline=b'], ['headline'], 'field').ok).toBe(false)
    expect(listOf(' a, b ,,c ')).toEqual(['a', 'b', 'c'])
  })
})

describe('people', () => {
  const person = (id: string, name: string) => ({ id, name, role: 'editor' as const, needsPassphrase: false })
  const people = [person('01A', 'Ann'), person('01B', 'ann'), person('01C', 'Bo')]

  it('are found by id or name; two of one name are both told', () => {
    expect(findPerson(people, ' BO ')).toEqual({ ok: true, value: people[2] })
    expect(findPerson(people, '01a')).toEqual({ ok: true, value: people[0] })
    const ambiguous = findPerson(people, 'Ann')
    expect(ambiguous.ok || ambiguous.error).toMatchObject({
      reason: '“Ann” may be Ann (01A) and ann (01B). Give the id.',
    })
  })
})

describe('neighbours of an imported file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-neighbours-'))
    await mkdir(join(folder, 'in', 'pictures'), { recursive: true })
    await writeFile(join(folder, 'secret.png'), 'secret')
    await writeFile(join(folder, 'in', 'pictures', 'a.png'), 'picture')
    await symlink(join(folder, 'secret.png'), join(folder, 'in', 'link.png'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('are read from its folder and below, and from nowhere else', async () => {
    const read = neighboursOf(join(folder, 'in', 'piece.md'))
    expect(String(await read('pictures/a.png'))).toBe('picture')
    for (const path of [
      '../secret.png',
      join(folder, 'secret.png'),
      'link.png',
      'none.png',
      'pictures',
      '.',
      '',
    ])
      expect([path, await read(path)]).toEqual([path, null])
  })
})

describe('tables', () => {
  it('are aligned by what a terminal shows', () => {
    const lines = table(
      ['id', 'headline'],
      [
        ['1', 'Ferry'],
        ['22', '東京'],
        ['3', 'two\nlines\u001b[31m'],
      ],
    ).split('\n')
    expect(lines).toEqual(['ID  HEADLINE', '1   Ferry', '22  東京', '3   two lines [31m'])
    expect(cut('A long headline', 8)).toBe('A long…')
    expect(cut('東京東京東京', 5)).toBe('東京…')
  })
})
