import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ReplacementReport, StoredPicture } from '../../../shared/contract'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'

const at = useCommandNewsroom()
const { run, json, staff } = at

/** A picture of one colour among the command's files. */
async function pictureFile(name: string, background: string): Promise<string> {
  const file = join(at.folder, name)
  const picture = sharp({ create: { width: 600, height: 400, channels: 3, background } })
  await writeFile(file, await picture.png().toBuffer())
  return file
}

describe('pictures', () => {
  it('are added, or named with the reason, and found by words', async () => {
    await staff()
    const good = await pictureFile('pier.png', '#336699')
    const bad = join(at.folder, 'page.jpg')
    await writeFile(bad, '<!doctype html><p>Not found')
    const added = await json<{ hash: string }[]>('media', at.library, 'add', good, bad, '--as', 'Ed')
    expect(added.exitCode).toBe(1)
    expect(added.json).toHaveLength(1)
    expect(added.err).toContain('it is a web page')
    const listed = await json<StoredPicture[]>('media', at.library, '--search', 'PIER')
    expect(listed.json).toMatchObject([{ hash: added.json[0]?.hash, addedBy: 'Ed', usedIn: [] }])
    expect((await run('media', at.library, 'list', '--search', 'gull')).out).toContain('No pictures.')
  })

  it('are replaced in every article', async () => {
    await staff()
    await pictureFile('old.png', '#336699')
    const other = await pictureFile('new.png', '#cc3322')
    const text = join(at.folder, 'flood.md')
    await writeFile(text, '# Flood\n\nIt rose.\n\n![The river](old.png)\n')
    const imported = await json<Row[]>('import', at.library, text, '--as', 'Ed', '--category', 'News')
    const [old] = (await json<StoredPicture[]>('media', at.library)).json
    expect(old).toMatchObject({ details: { name: 'old.png', description: { alt: 'The river' } } })
    const from = old?.hash.slice(0, 12) ?? ''
    const report = await json<ReplacementReport & { to: string }>(
      ...(['media', at.library, 'replace', from, other, '--as', 'Ed'] as const),
    )
    expect(report.exitCode).toBe(0)
    expect(report.json.articles).toMatchObject([{ id: imported.json[0]?.id, revision: 2, remark: '' }])
    const shown = await run('show', at.library, imported.json[0]?.id ?? '')
    expect(shown.out).toContain(report.json.to)
    expect(shown.out).toContain('The river')
  })

  it('that are not there, or not named, are told', async () => {
    await staff()
    expect((await run('media', at.library, 'replace', 'abc123', 'x.png', '--as', 'Ed')).err).toContain(
      'There is no picture',
    )
    expect((await run('media', at.library, 'replace', 'pier', 'x.png', '--as', 'Ed')).exitCode).toBe(2)
    expect((await run('media', at.library, 'add', '--as', 'Ed')).exitCode).toBe(2)
  })
})
