import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { logProblems } from '../../shared/workflow/log'
import type { Person } from '../../shared/workflow/people'
import type { OpenLibrary } from '../services/ports'
import { dyingDisk, refusingDisk } from './testing/failing-disk'
import { newLibrary, now, open, opened, person, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

const someone = (name: string): Person => ({
  ...{ id: person, name, role: 'admin', author: null, passphrase: null, disabled: false },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', keys: [], earlierRoles: [] },
})
const nameIt = (library: OpenLibrary, name: string) =>
  library.people.change((people) => {
    const entry = {
      at: now().toISOString(),
      by: person,
      action: 'rename person',
      subject: person,
      from: '',
      to: name,
      note: '',
    }
    const before = people[0]?.name ?? ''
    return ok({ next: [someone(name)], value: name, note: { entry: { ...entry, from: before }, sign: null } })
  })
const namesIn = async (library: OpenLibrary): Promise<string[]> =>
  valueOf(await library.log.rows())
    .filter(({ action }) => action === 'rename person')
    .map(({ to }) => to)

describe('the log of the library', () => {
  it('holds a row for each change, and begins by itself', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    for (const name of ['Ada', 'Grace', 'Edith']) valueOf(await nameIt(library, name))
    await library.close()
    const again = await opened(path)
    const rows = valueOf(await again.log.rows())
    expect(rows.map(({ action }) => action)).toEqual(['begin', ...Array(3).fill('rename person')])
    expect(logProblems(rows)).toEqual([])
    await again.close()
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
  })

  it('and the people it tells of never part, whenever the process dies', async () => {
    for (let step = 1; ; step += 1) {
      const path = await newLibrary()
      const first = await opened(path)
      valueOf(await nameIt(first, 'Ada'))
      await first.close()
      const disk = dyingDisk(step)
      const dying = await open(path, { disk }).catch(() => null)
      const changed = dying?.ok ? await nameIt(dying.value, 'Grace').catch(() => null) : null
      // The lock names this very process, which still lives: it is let go as the dead one's would be.
      if (dying?.ok) await dying.value.close().catch(() => undefined)
      const again = await opened(path)
      const told = await namesIn(again)
      expect(again.people.read()[0]?.name).toBe(told.at(-1))
      if (changed?.ok) expect(told.at(-1)).toBe('Grace')
      expect(again.problems).toEqual([])
      await again.close()
      expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
      if (!disk.died) return
    }
  }, 60_000)

  it('knows nothing of a change that the disk refused', async () => {
    for (const refused of ['people.json', 'library.log.jsonl', 'pending']) {
      const path = await newLibrary()
      let full = false
      const disk = refusingDisk(
        'ENOSPC',
        ({ act, path: at }) => full && act !== 'truncate' && at.includes(refused),
      )
      const library = await opened(path, { disk })
      valueOf(await nameIt(library, 'Ada'))
      full = true
      expect((await nameIt(library, 'Grace')).ok).toBe(false)
      full = false
      expect(library.people.read()[0]?.name).toBe('Ada')
      expect(await namesIn(library)).toEqual(['Ada'])
      valueOf(await nameIt(library, 'Edith'))
      expect(await namesIn(library)).toEqual(['Ada', 'Edith'])
      await library.close()
      expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
    }
  })

  it('says so for good when its people were changed behind its back', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    valueOf(await nameIt(library, 'Ada'))
    await library.close()
    const file = join(path, 'people.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Ada', 'Eve'))
    const again = await opened(path)
    valueOf(await nameIt(again, 'Grace'))
    await again.close()
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([
      'library.log.jsonl: row 3 tells that people.json was changed by something other than Galley.',
    ])
  })
})
