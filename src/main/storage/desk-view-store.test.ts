import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { wholeQueue } from '../../shared/review/queue-filter'
import { newLibrary, opened, person, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

const urgent = { id: ulid(), name: 'Urgent', filter: { ...wholeQueue, priorities: ['urgent' as const] } }

describe('how a person looks at the queue', () => {
  it('is remembered for each person, and a look only ever moves on', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    const { deskViews } = library
    expect(await deskViews.looked(person)).toBeNull()
    await Promise.all([
      deskViews.noteLook(person, '2026-03-01T18:00:00.000Z'),
      deskViews.changeViews(person, () => ok([urgent])),
    ])
    valueOf(await deskViews.noteLook(person, '2026-03-01T17:00:00.000Z'))
    await library.close()

    const again = await opened(path)
    expect(await again.deskViews.looked(person)).toBe('2026-03-01T18:00:00.000Z')
    expect(await again.deskViews.views(person)).toEqual([urgent])
    expect(await again.deskViews.views(ulid())).toEqual([])
    await again.close()
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
  })

  it('is not asked of a damaged file, which is named and left alone', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    valueOf(await library.deskViews.changeViews(person, () => ok([urgent])))
    const file = join(path, 'desk-views', `${person}.json`)
    await writeFile(file, 'no views at all')
    expect(await library.deskViews.views(person)).toEqual([])
    expect(await library.deskViews.changeViews(person, () => ok([]))).toMatchObject({ ok: false })
    expect(await readFile(file, 'utf8')).toBe('no views at all')
    expect(library.problems.join()).toContain(file)
    await library.close()
    expect(valueOf(await verifyLibrary(path)).problems.join()).toContain('desk-views/')
  })
})
