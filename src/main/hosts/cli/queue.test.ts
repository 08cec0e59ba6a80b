import { expect, it } from 'vitest'
import type { QueueRow } from '../../../shared/contract'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

it('the queue lists what waits, in its order, and whose turn it is', async () => {
  await staff()
  expect((await run('queue', at.library)).out).toBe('Nothing waits for review.\n')
  const ids: string[] = []
  for (const name of ['one', 'two', 'three']) {
    const id = await imported(`${name}.txt`, `Article ${name}\n\nText.`)
    await run('set', at.library, id, 'author=Zoe Lee', 'category=News', '--as', 'Ed')
    ids.push(id)
  }
  const [one = '', two = '', draft = ''] = ids
  for (const id of [two, one]) await run('move', at.library, 'submit', id, '--as', 'Ed')
  await run('move', at.library, 'start-review', one, '--as', 'Cleo')

  const { json: rows } = await json<QueueRow[]>('queue', at.library, '--as', 'Cleo')
  expect(rows.map(({ id, state, assignee }) => [id, state, assignee?.name])).toEqual([
    [two, 'submitted', undefined],
    [one, 'in-review', 'Cleo'],
  ])
  const told = await run('queue', at.library)
  expect(told.out).toMatch(/ID .*STATE .*PRIORITY .*DUE .*WAITS .*WITH .*NEEDS .*DESK .*HEADLINE/)
  expect(told.out).toMatch(/in-review +normal +0m +Cleo +News +Article one/)
  expect(told.out).not.toContain(draft)
})
