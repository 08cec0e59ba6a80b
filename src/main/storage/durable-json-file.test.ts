import { mkdtemp, readFile, readdir, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { realDisk, type Disk } from './disk'
import { DurableJsonFile } from './durable-json-file'
import { clearLeftovers } from './durable-write'
import { formats } from './migrations'
import { refusingDisk } from './testing/failing-disk'

const shape = { kind: 'people', schema: z.strictObject({ names: z.array(z.string()) }) } as const

const place = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'galley-file-')), 'people.json')
const fileAt = (path: string, disk: Disk = realDisk): DurableJsonFile<{ names: string[] }> =>
  new DurableJsonFile(path, shape, { disk, formats, refusal: () => null })

describe('a durable JSON file', () => {
  it('gives back what was stored, whatever the words', async () => {
    const path = await place()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (names) => {
        expect(await fileAt(path).store({ names })).toEqual({ ok: true, value: undefined })
        expect(await fileAt(path).load()).toEqual({ ok: true, value: { names } })
      }),
      { numRuns: 30 },
    )
  })

  it('is readable by its owner only, carries its format and leaves no copy behind', async () => {
    const path = await place()
    await fileAt(path).store({ names: ['Ada'] })
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ format: 1, names: ['Ada'] })
    expect(await readdir(join(path, '..'))).toEqual(['people.json'])
  })

  it('tells a missing file from a damaged one', async () => {
    const path = await place()
    expect(await fileAt(path).load()).toEqual({ ok: false, error: { code: 'missing', path } })
    expect(await fileAt(path).read()).toBeNull()
  })

  it.each([
    ['empty', '', 'it is empty'],
    ['filled with NUL bytes', '\0'.repeat(64), 'it holds nothing but NUL bytes'],
    ['cut off', '{"format":1,"names":["A', 'it is cut off or is not JSON'],
    ['a list', '[1,2]', 'it holds something other than Galley wrote'],
    ['foreign', '{"dependencies":{}}', 'it carries no format number'],
    ['of another shape', '{"format":1,"names":3}', 'it does not hold people (names: '],
    ['with something added', '{"format":1,"names":[],"admin":true}', 'it does not hold people (: '],
    ['with a strange format', '{"format":0,"names":[]}', 'it carries no format number'],
  ])('names a file that is %s as damaged and leaves it as it is', async (_how, text, reason) => {
    const path = await place()
    await writeFile(path, text)
    const loaded = await fileAt(path).load()
    expect(loaded).toMatchObject({ ok: false, error: { code: 'damaged-file', path } })
    expect(loaded).toHaveProperty('error.reason', expect.stringContaining(reason))
    expect(await readFile(path, 'utf8')).toBe(text)
    await expect(fileAt(path).read()).rejects.toThrow('damaged-file')
  })

  it('never takes a cut-off file for a whole one', async () => {
    const path = await place()
    await fileAt(path).store({ names: ['Ada', 'Grace'] })
    const { size } = await stat(path)
    // The last byte is only the line's end.
    for (let bytes = size - 2; bytes >= 0; bytes -= 1) {
      await truncate(path, bytes)
      expect(await fileAt(path).load()).toMatchObject({ ok: false, error: { code: 'damaged-file' } })
    }
  })

  it('names a newer format and both numbers', async () => {
    const path = await place()
    await writeFile(path, '{"format":7,"names":[],"new":true}')
    const error = { code: 'newer-format', path, found: 7, known: 1 }
    expect(await fileAt(path).load()).toEqual({ ok: false, error })
  })

  it('reads a file that an editor gave a byte order mark', async () => {
    const path = await place()
    await writeFile(path, '\ufeff{"format":1,"names":["Ada"]}')
    expect(await fileAt(path).load()).toEqual({ ok: true, value: { names: ['Ada'] } })
  })

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'this account has no permission there'],
    ['EDQUOT', 'the disk quota is used up'],
  ])('says in words why the disk refused (%s) and keeps the old file', async (code, reason) => {
    const path = await place()
    await fileAt(path).store({ names: ['old'] })
    for (const act of ['writeNew', 'rename'] as const) {
      const disk = refusingDisk(code, (call) => call.act === act)
      const refused = await fileAt(path, disk).store({ names: ['new'] })
      expect(refused).toEqual({ ok: false, error: { code: 'disk-write-failed', path, reason } })
      expect(await fileAt(path).load()).toEqual({ ok: true, value: { names: ['old'] } })
      expect(await readdir(join(path, '..'))).toEqual(['people.json'])
    }
  })

  it.skipIf(process.platform === 'win32')(
    'writes through a link and refuses one that leads nowhere',
    async () => {
      const path = await place()
      const target = join(path, '..', 'elsewhere.json')
      await writeFile(target, '{"format":1,"names":[]}')
      await symlink(target, path)
      await fileAt(path).store({ names: ['Ada'] })
      expect(JSON.parse(await readFile(target, 'utf8'))).toEqual({ format: 1, names: ['Ada'] })
      const dangling = join(path, '..', 'dangling.json')
      await symlink(join(path, '..', 'nowhere.json'), dangling)
      expect(await fileAt(dangling).store({ names: [] })).toMatchObject({
        error: { code: 'disk-write-failed' },
      })
    },
  )

  it('refuses as a bug what could not be read again', async () => {
    const path = await place()
    const wrong = { names: [1] } as unknown as { names: string[] }
    await expect(fileAt(path).store(wrong)).rejects.toThrow('Not people')
    expect(await readdir(join(path, '..'))).toEqual([])
  })

  it('clears the copies that a kill left, and nothing else', async () => {
    const path = await place()
    const folder = join(path, '..')
    await writeFile(join(folder, '.people.json.0123456789abcdef.tmp'), '{"for')
    await writeFile(join(folder, '.notes.tmp'), 'mine')
    await clearLeftovers(realDisk, folder)
    expect(await readdir(folder)).toEqual(['.notes.tmp'])
  })
})
