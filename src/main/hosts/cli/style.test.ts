import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()

it('lists the rules of the house style, and names a file that cannot be used', async () => {
  await at.staff()
  const shipped = await at.json<{ file: string; id: string }[]>('style', at.library)
  expect(shipped.json).toContainEqual(expect.objectContaining({ file: 'house', id: 'per-cent' }))

  await mkdir(join(at.library, 'style'), { recursive: true })
  const rule = { id: 'ferry', words: ['ferryboat'], message: 'Ferry will do.', severity: 'hint', off: true }
  await writeFile(join(at.library, 'style', 'ours.yaml'), JSON.stringify({ version: 1, rules: [rule] }))
  expect((await at.run('style', at.library)).out).toMatch(/^ours +ferry +off +ferryboat +Ferry will do\.$/m)

  await writeFile(join(at.library, 'style', 'theirs.yaml'), 'rules: [')
  const damaged = await at.run('style', at.library)
  expect(damaged).toMatchObject({ exitCode: 1 })
  expect(damaged.err).toContain('style/theirs.yaml is not used: it is not YAML')
  expect(damaged.out).toContain('ferry')
})
