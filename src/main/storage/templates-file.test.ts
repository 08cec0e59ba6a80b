import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyContent } from '../../shared/article/content'
import { templateContentFrom, type Template } from '../../shared/article/template'
import { ok } from '../../shared/kernel/result'
import { newLibrary, now, open, opened, person, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

const template: Template = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FB1',
  name: 'Match report',
  content: templateContentFrom(emptyContent('en'), []),
  by: person,
  at: now().toISOString(),
}

describe('the file of templates', () => {
  it('is made with the first template and read again', async () => {
    const path = await newLibrary()
    const library = await opened(path)
    expect(library.templates.read()).toEqual([])
    valueOf(await library.templates.change(() => ok({ next: [template], value: null })))
    await library.close()
    expect(JSON.parse(await readFile(join(path, 'templates.json'), 'utf8'))).toMatchObject({ format: 1 })
    const again = await opened(path)
    expect(again.templates.read()).toEqual([template])
    await again.close()
    expect(valueOf(await verifyLibrary(path)).ok).toBe(true)
  })

  it('is never taken for empty when it is damaged', async () => {
    const path = await newLibrary()
    await writeFile(join(path, 'templates.json'), '{"format":1,"templates":[{')
    const refused = await open(path)
    expect(refused).toMatchObject({ ok: false, error: { code: 'damaged-file' } })
    expect(valueOf(await verifyLibrary(path)).problems.join()).toContain('templates.json')
    await rm(join(path, 'templates.json'))
    await (await opened(path)).close()
  })
})
