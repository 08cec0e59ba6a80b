import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../shared/kernel/hash'
import {
  approving,
  contentWith,
  emptyPlace,
  firstChange,
  keeping,
  newLibrary,
  now,
  opened,
  person,
  valueOf,
} from './testing/newsroom'
import { verifyLibrary } from './verify'

/** A library with one sealed article of two revisions, a draft and a picture. */
async function wholeLibrary(): Promise<{ path: string; folder: string; id: string; picture: string }> {
  const path = await newLibrary()
  const library = await opened(path)
  const { id } = valueOf(await library.articles.create(firstChange('One')))
  valueOf(await library.articles.change(id, keeping('Two')))
  valueOf(await library.articles.change(id, approving()))
  const at = now().toISOString()
  await library.drafts.write({ article: id, person, basedOn: 2, at, content: contentWith('Three') })
  await library.close()
  const bytes = Buffer.from('not really a picture')
  const picture = join(path, 'media', `${createHash('sha256').update(bytes).digest('hex')}.png`)
  await writeFile(picture, bytes)
  return { path, folder: join(path, 'articles', id), id, picture }
}
/** Without what is said of each file in parentheses. */
const problemsIn = async (path: string): Promise<string[]> =>
  valueOf(await verifyLibrary(path)).problems.map((problem) => problem.replace(/ \(.*?\)(?=: )/, ''))
const edit = async (file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(file, 'utf8')
  expect(text).toContain(from)
  await writeFile(file, text.replace(from, to))
}
const revisionFile = async (folder: string, number: number): Promise<string> =>
  join(folder, 'revisions', (await readdir(join(folder, 'revisions')))[number - 1] ?? '')

describe('verifying a library', () => {
  it('finds nothing wrong with a whole one, nor with a copy a kill left behind', async () => {
    const { path, folder } = await wholeLibrary()
    await writeFile(join(folder, '.article.json.0123456789abcdef.tmp'), '{"fo')
    expect(valueOf(await verifyLibrary(path))).toMatchObject({ ok: true, problems: [] })
  })

  it('needs a library', async () => {
    const path = await emptyPlace()
    expect(await verifyLibrary(path)).toEqual({ ok: false, error: { code: 'missing-library', path } })
    await mkdir(path)
    expect(await verifyLibrary(path)).toMatchObject({ error: { code: 'not-a-library' } })
  })

  it.each(['library.json', 'people.json', 'authors.json'])('names a damaged %s', async (name) => {
    const { path } = await wholeLibrary()
    await writeFile(join(path, name), '{')
    expect(await problemsIn(path)).toEqual([`${name}: it is cut off or is not JSON.`])
    await rm(join(path, 'people.json'))
    expect(await problemsIn(path)).toContain('people.json: it is missing.')
  })

  it('names the row of a log that was changed, taken out or added', async () => {
    const { path, folder, id } = await wholeLibrary()
    const log = join(folder, 'log.jsonl')
    const whole = await readFile(log, 'utf8')
    await edit(log, '"approved"', '"spiked"')
    expect(await problemsIn(path)).toEqual([`articles/${id}/log.jsonl: row 2 was changed.`])
    await writeFile(log, whole.split('\n').slice(1).join('\n'))
    expect(await problemsIn(path)).toContain(`articles/${id}/log.jsonl: row 1 is numbered 2.`)
    await writeFile(log, `${whole}{"sequence":3}\n`)
    expect(await problemsIn(path)).toEqual([`articles/${id}/log.jsonl: row 3 is not a row of a log.`])
  })

  it('names a log that is gone, and a seal and a published page that it knows nothing of', async () => {
    const { path, folder, id } = await wholeLibrary()
    const article = join(folder, 'article.json')
    const stored = JSON.parse(await readFile(article, 'utf8')) as {
      public: object
      review: { seal: { parts: Record<string, string> } }
    }
    const { seal } = stored.review
    const parts = { ...seal.parts, corrections: hashOf('forged') }
    const forged = { ...seal, parts, hash: hashOf(parts) }
    const exported = { revision: 2, hash: forged.hash, path: 'news/one/index.html', at: now().toISOString() }
    const told = {
      ...stored,
      review: { ...stored.review, seal: forged },
      public: { ...stored.public, exported },
    }
    await writeFile(article, `${JSON.stringify(told, null, 1)}\n`)
    expect(await problemsIn(path)).toEqual([
      `articles/${id}/article.json: its log knows no approval with this seal.`,
      `articles/${id}/article.json: its log knows no export of what readers have.`,
    ])
    await rm(join(folder, 'log.jsonl'))
    expect(await problemsIn(path)).toContain(`articles/${id}/log.jsonl: it is missing or empty.`)
  })

  it('names a revision that was changed, is gone, or was put in another’s place', async () => {
    const { path, folder, id } = await wholeLibrary()
    const first = await revisionFile(folder, 1)
    const whole = await readFile(first, 'utf8')
    await edit(first, '"One"', '"Won"')
    expect(await problemsIn(path)).toEqual([
      expect.stringMatching(/revisions\/000001-.*it was changed after it was kept/),
    ])
    await rm(first)
    expect(await problemsIn(path)).toEqual([`articles/${id}/revisions: revision 1 is missing.`])
    await writeFile(await revisionFile(folder, 1), whole)
    expect(await problemsIn(path)).not.toEqual([])
  })

  it('names an article that says something other than what was kept, and a seal of something else', async () => {
    const { path, folder, id } = await wholeLibrary()
    const article = join(folder, 'article.json')
    const whole = await readFile(article, 'utf8')
    await edit(article, '"headline": "Two"', '"headline": "Too"')
    expect(await problemsIn(path)).toEqual([
      `articles/${id}/article.json: it differs from its kept revision 2.`,
    ])

    const stored = JSON.parse(whole) as {
      review: { seal: { hash: string; parts: Record<string, string>; revision: number } }
    }
    const { seal } = stored.review
    await edit(article, '"headline": "Too"', '"headline": "Two"')
    await edit(article, seal.hash, 'f'.repeat(64))
    expect(await problemsIn(path)).toEqual([`articles/${id}/article.json: its seal was changed.`])
    const misplaced = { ...stored, review: { ...stored.review, seal: { ...seal, revision: 1 } } }
    await writeFile(article, `${JSON.stringify(misplaced, null, 1)}\n`)
    expect(await problemsIn(path)).toEqual([
      `articles/${id}/article.json: its seal does not match revision 1 in “headline”.`,
      `articles/${id}/article.json: its seal was changed: row 2 of its log tells of another approval.`,
    ])
  })

  it('names an article that is older than its revisions', async () => {
    const { path, folder, id } = await wholeLibrary()
    const old = await readFile(join(folder, 'article.json'), 'utf8')
    const library = await opened(path)
    await library.articles.change(id, keeping('Three'))
    await library.articles.change(id, keeping('Four'))
    await library.close()
    await writeFile(join(folder, 'article.json'), old)
    expect(await problemsIn(path)).toEqual([
      `articles/${id}/article.json: it is at revision 2, but revision 4 was kept.`,
    ])
  })

  it('names a damaged draft and a picture whose bytes changed', async () => {
    const { path, id, picture } = await wholeLibrary()
    await writeFile(join(path, 'drafts', `${id}.${ulid()}.json`), '')
    await writeFile(picture, 'changed')
    expect(await problemsIn(path)).toEqual([
      expect.stringMatching(/^drafts\/.*: it is empty\.$/),
      expect.stringMatching(/^media\/.*: its bytes are not those it is named after\.$/),
    ])
  })
})
