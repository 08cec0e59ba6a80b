import { expect, it } from 'vitest'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

it('lists every kept revision, and shows an article as it stood at one', async () => {
  await staff()
  const id = await imported()
  const before = (await json<Row>('show', at.library, id)).json
  await run('set', at.library, id, 'headline=Second thoughts', 'author=Zoe Lee', '--as', 'Ed')
  await run('set', at.library, id, 'author=none', '--as', 'Cleo')

  const { json: rows } = await json<{ revision: number; by: string; events: unknown[] }[]>(
    'versions',
    at.library,
    id,
  )
  expect(rows.map(({ revision, by }) => [revision, by])).toEqual([
    [3, 'Cleo'],
    [2, 'Ed'],
    [1, 'Ed'],
  ])
  expect((await run('versions', at.library, id)).out).toMatch(/^1 .* Ed +Ed imported it$/m)

  const second = await json<Row>('show', at.library, id, '--revision', '2')
  expect(second.json).toMatchObject({ revision: 2, headline: 'Second thoughts', authors: ['Zoe Lee'] })
  const first = await run('show', at.library, id, '--revision', '1', '--form', 'text')
  expect(first.out).toContain(before.headline)
  const none = await run('show', at.library, id, '--revision', '9')
  expect(none.exitCode).toBe(1)
  expect(none.err).toContain('There is no revision “9”')
})
