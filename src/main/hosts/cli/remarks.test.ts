import { describe, expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

const refusedWith = (words: string) => ({ exitCode: 1, err: expect.stringContaining(words) as string })

describe('galley comment', () => {
  it('hangs a comment on quoted words, answers and resolves it', async () => {
    await staff()
    const id = await imported()
    const comment = (...args: string[]) => run('comment', at.library, id, ...args)
    expect((await comment()).out).toBe('No comments.\n')
    const said = ['add', 'Who says so?', '--on', 'Nothing happened', '--blocking', '--mention', 'Cleo']
    expect((await comment(...said, '--as', 'Cleo')).exitCode).toBe(0)
    expect((await comment('add', 'Shorter', '--field', 'headline', '--as', 'Ed')).exitCode).toBe(0)
    await comment('answer', '1', 'The mayor.', '--as', 'Ed')
    expect(await comment('resolve', '1', '--as', 'Ed')).toMatchObject(refusedWith('holds the article back'))
    expect((await comment('resolve', '1', '--as', 'Cleo')).exitCode).toBe(0)
    const { json: rows } = await json('comment', at.library, id)
    expect(rows).toMatchObject([
      {
        ...{ on: '“Nothing happened”', blocking: true, resolved: true },
        comments: [
          { by: 'Cleo', text: 'Who says so?', mentions: ['Cleo'] },
          { by: 'Ed', text: 'The mayor.' },
        ],
      },
      { on: 'headline', resolved: false },
    ])
    expect((await comment('reopen', '1', '--as', 'Ed')).out).toMatch(/1 +blocking +“Nothing happened” +Cleo/)
  })

  it('refuses words that are not there, or there twice, and whoever is nobody', async () => {
    await staff()
    const id = await imported('twice.txt', 'Rain\n\nIt rained. It rained again.')
    const add = (...args: string[]) => run('comment', at.library, id, 'add', 'Hm.', ...args)
    expect(await add('--on', 'It snowed', '--as', 'Ed')).toMatchObject(refusedWith('is not in the text'))
    expect(await add('--on', 'It rained', '--as', 'Ed')).toMatchObject(refusedWith('more than once'))
    expect(await add('--on', 'Snow', '--field', 'headline', '--as', 'Ed')).toMatchObject(
      refusedWith('is not in headline'),
    )
    expect(await add('--field', 'colour', '--as', 'Ed')).toMatchObject({ exitCode: 2 })
    expect(await add('--mention', 'Zed', '--as', 'Ed')).toMatchObject(refusedWith('Nobody here'))
    expect(await add()).toMatchObject(refusedWith('sign'))
    const resolve = await run('comment', at.library, id, 'resolve', '7', '--as', 'Ed')
    expect(resolve).toMatchObject(refusedWith('There is no comment “7”'))
  })
})

it('galley suggest: what is accepted is written, what is refused or withdrawn is not', async () => {
  await staff()
  const id = await imported()
  const suggest = (...args: string[]) => run('suggest', at.library, id, ...args)
  await suggest('add', 'poured', '--on', 'rained', '--note', 'It did.', '--as', 'Cleo')
  await suggest('add', '', '--on', 'A quiet ', '--field', 'headline', '--as', 'Cleo')
  await suggest('add', 'Something', '--on', 'Nothing', '--as', 'Cleo')
  expect(await suggest('add', 'x', '--on', 'snowed', '--as', 'Cleo')).toMatchObject(refusedWith('is not in'))
  expect(await suggest('withdraw', '3', '--as', 'Ed')).toMatchObject(refusedWith('only who made it'))
  expect((await suggest('withdraw', '3', '--as', 'Cleo')).exitCode).toBe(0)
  expect((await suggest('accept', '1', '--as', 'Ed')).exitCode).toBe(0)
  expect((await suggest('refuse', '2', '--as', 'Ed')).exitCode).toBe(0)
  expect(await suggest('accept', '1', '--as', 'Ed')).toMatchObject({ exitCode: 1 })
  const { json: rows } = await json('suggest', at.library, id)
  expect(rows).toMatchObject([
    { answer: 'accepted', text: 'poured', note: 'It did.', by: 'Cleo' },
    { answer: 'refused', text: '' },
  ])
  const shown = await run('show', at.library, id, '--form', 'text')
  expect(shown.out).toContain('Then it poured.')
  expect(shown.out).toContain('A quiet day')
})

it('galley claim: names a source, which is checked, opened again and removed', async () => {
  await staff()
  const id = await imported()
  const claim = (...args: string[]) => run('claim', at.library, id, ...args)
  const words = ['--on', 'Then it rained']
  await claim('add', ...words, '--said', 'The mayor', '--date', '2026-05-17', '--as', 'Ed')
  expect(await claim('add', ...words, '--link', 'nowhere', '--as', 'Ed')).toMatchObject(
    refusedWith('is not a web address'),
  )
  expect((await claim('add', ...words, '--as', 'Ed')).exitCode).toBe(2)
  expect((await claim('check', '1', '--as', 'Cleo')).out).toMatch(/The mayor, on record 2026-05-17 +Cleo/)
  const { json: rows } = await json('claim', at.library, id)
  expect(rows).toMatchObject([{ checked: true, checkedBy: 'Cleo', on: '“Then it rained”' }])
  expect((await claim('uncheck', '1', '--as', 'Ed')).exitCode).toBe(0)
  expect((await claim('remove', '1', '--as', 'Ed')).out).toBe('No sources.\n')
  expect(await claim('check', '1', '--as', 'Ed')).toMatchObject(refusedWith('There is no claim'))
})
