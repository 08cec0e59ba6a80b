import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

it('lists the record of an article, and of people and settings, and saves both', async () => {
  await staff()
  const id = await imported()
  await run('site', at.library, 'footer=Printed nowhere', '--as', 'Ada')

  const { json: rows } = await json<{ action: string; by: string }[]>('record', at.library, id)
  expect(rows).toMatchObject([{ sequence: 1, by: 'Ed', action: 'imported', subject: '' }])
  expect((await run('record', at.library)).out).toMatch(/added Ed/)
  const { json: people } = await json<{ action: string }[]>('record', at.library)
  expect(people[0]).toMatchObject({ by: 'Galley', action: 'began the record' })
  expect(people.map(({ action }) => action)).toContain('added')

  const csv = join(at.library, '..', 'record.csv')
  expect((await run('record', at.library, id, '--csv', csv)).exitCode).toBe(0)
  expect(await readFile(csv, 'utf8')).toMatch(/^Row,When \(UTC\),Who,What,.*\r\n1,/)
  const page = join(at.library, '..', 'record.html')
  expect((await run('record', at.library, '--page', page)).exitCode).toBe(0)
  expect(await readFile(page, 'utf8')).toContain('<h1 dir="auto">Record of people and settings</h1>')
  expect((await run('record', at.library, '--csv', csv, '--page', page)).exitCode).toBe(2)

  const verified = await run('verify', at.library)
  expect(verified).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^Looked at \d+ articles?, \d+ rows/),
  })
})

it('tells only the rows that are wanted, in a file too', async () => {
  await staff()
  const id = await imported()
  await run('set', at.library, id, 'category=News', 'author=Zoe', '--as', 'Cleo')
  const rowsOf = async (...args: string[]) =>
    (await json<{ by: string; action: string }[]>('record', at.library, ...args)).json
  expect(await rowsOf(id, '--by', 'ed')).toMatchObject([{ by: 'Ed', action: 'imported' }])
  expect(await rowsOf(id, '--action', 'Imp')).toHaveLength(1)
  expect(await rowsOf(id, '--since', '2200-01-01')).toEqual([])
  expect((await rowsOf(id, '--until', '2199-12-31')).length).toBeGreaterThan(0)
  expect(await rowsOf(id, '--until', '2001-01-01')).toEqual([])
  expect((await rowsOf('--by', 'Ada')).every(({ by }) => by === 'Ada')).toBe(true)
  expect((await run('record', at.library, id, '--since', 'soon')).exitCode).toBe(2)

  const csv = join(at.library, '..', 'ed.csv')
  await run('record', at.library, id, '--by', 'Ed', '--csv', csv)
  expect((await readFile(csv, 'utf8')).trim().split('\r\n')).toHaveLength(2)
})
