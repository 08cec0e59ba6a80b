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
