import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { newLibrary, opened, person, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

const article = ulid()

describe('what a person has read', () => {
  it('is remembered for each person and article, and only ever moves on', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    const { reading } = library
    expect(await reading.find(person, article)).toBeNull()
    await Promise.all([reading.note(person, article, 4), reading.note(person, ulid(), 1)])
    valueOf(await reading.note(person, article, 3))
    await library.close()

    const again = await opened(path)
    expect(await again.reading.find(person, article)).toBe(4)
    expect(await again.reading.find(ulid(), article)).toBeNull()
    await again.close()
    expect(valueOf(await verifyLibrary(path))).toMatchObject({ ok: true, problems: [] })
  })

  it('is not asked of a damaged file, which is named and left alone', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    valueOf(await library.reading.note(person, article, 2))
    const file = join(path, 'reading', `${person}.json`)
    await writeFile(file, 'no marks at all')
    expect(await library.reading.find(person, article)).toBeNull()
    valueOf(await library.reading.note(person, article, 3))
    expect(await readFile(file, 'utf8')).toBe('no marks at all')
    expect(library.problems.join()).toContain(file)
    await library.close()
    expect(valueOf(await verifyLibrary(path)).problems.join()).toContain('reading/')
  })
})
