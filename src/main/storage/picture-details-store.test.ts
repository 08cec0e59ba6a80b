import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { described, noDetails, type PictureDetails } from '../../shared/media/picture-details'
import { newLibrary, opened, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

const hash = 'a'.repeat(64)
const captioned = (caption: string) => (now: PictureDetails | null) =>
  ok(described(now ?? noDetails(), { caption }))

describe('what is known of pictures', () => {
  test('is kept for good, one file for each', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    expect(await library.pictureDetails.find(hash)).toBeNull()
    valueOf(await library.pictureDetails.change(hash, captioned('A pier')))
    await library.close()
    expect(await readdir(join(path, 'media', 'details'))).toEqual([`${hash}.json`])

    const again = await opened(path)
    expect((await again.pictureDetails.find(hash))?.description.caption).toBe('A pier')
    expect([...(await again.pictureDetails.all()).keys()]).toEqual([hash])
    await again.close()
  })

  test('changes one after the other', async () => {
    const library = await opened(await newLibrary())
    const add = (word: string) =>
      library.pictureDetails.change(hash, (now) => {
        const details = now ?? noDetails()
        return ok(described(details, { keywords: [...details.description.keywords, word] }))
      })
    await Promise.all(['a', 'b', 'c'].map(add))
    expect((await library.pictureDetails.find(hash))?.description.keywords).toEqual(['a', 'b', 'c'])
    await library.close()
  })

  test('that is damaged is told of, left alone and named by verify', async () => {
    const path = await newLibrary()
    const file = join(path, 'media', 'details', `${hash}.json`)
    await mkdir(join(path, 'media', 'details'), { recursive: true })
    await writeFile(file, '{"format": 1, "name"')
    const library = await opened(path)
    expect((await library.pictureDetails.all()).size).toBe(0)
    expect(library.problems.join()).toContain(`${hash}.json`)
    expect(await library.pictureDetails.change(hash, captioned('x'))).toMatchObject({
      ok: false,
      error: { code: 'damaged-file' },
    })
    await library.close()
    expect(await readFile(file, 'utf8')).toBe('{"format": 1, "name"')
    expect(valueOf(await verifyLibrary(path)).problems.join()).toContain(`media/details/${hash}.json`)
  })

  test('cannot be changed where the library can only be read', async () => {
    const library = await opened(await newLibrary(), { write: false })
    expect(await library.pictureDetails.change(hash, captioned('x'))).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    })
    await library.close()
  })
})
