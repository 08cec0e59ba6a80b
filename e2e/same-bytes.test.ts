import { createHash } from 'node:crypto'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../bin/build.mjs'
import { createPassphrases } from '../src/main/platform/passphrases'
import { createSigningKeys } from '../src/main/platform/signing-keys'
import {
  approveAt,
  draftAt,
  keepAt,
  openDeskNewsroom,
  type DeskNewsroom,
} from '../src/main/testing/desk-newsroom'
import { galleyJson } from './command-line'

/** Where clocks, letters and their order differ the most. */
const places = [
  { folder: 'here', TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { folder: 'Österreich und anderswo', TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { folder: 'far/away', TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
]
const tags = ['İstanbul', 'ıssız', 'Ålesund', 'zebra', 'ärger', 'Éclair', 'éclair', 'z', 'Ω', '10', '9']

let newsroom: DeskNewsroom
beforeAll(async () => {
  await ensureBuilt()
  newsroom = await openDeskNewsroom({ passphrases: createPassphrases(), signing: createSigningKeys() })
  for (const [index, headline] of [
    'ILIK SU',
    'Ålands hav',
    'مقهى الميناء',
    'Zürich',
    '1 January',
  ].entries()) {
    const { article } = await draftAt(newsroom, headline)
    const content = { ...newsroom.content(headline), tags: tags.slice(index * 2) }
    const lang = ['tr', 'sv', 'ar', 'de', 'th'][index] ?? 'en'
    await keepAt(newsroom.staff.editor, article.id, { ...content, lang })
    await approveAt(newsroom, article.id)
  }
  await newsroom.desk.close()
}, 120_000)
afterAll(() => newsroom.close())

it('exports the same bytes in any folder, time zone and language', { timeout: 120_000 }, async () => {
  const sites = await Promise.all(places.map(exportAt))
  const [first = new Map<string, string>()] = sites
  expect(first.size).toBeGreaterThan(60)
  for (const site of sites) expect(site).toEqual(first)
})

/** Exports a copy of the library as a machine elsewhere would; gives each file's hash by its path. */
async function exportAt({ folder, ...env }: (typeof places)[number]): Promise<Map<string, string>> {
  const [library, site] = ['library', 'site'].map((name) => join(newsroom.folder, folder, name)) as [
    string,
    string,
  ]
  await cp(newsroom.library, library, { recursive: true })
  await galleyJson(['site', library, 'url=https://herald.example/', '--as', 'Ada'], {
    ...env,
    GALLEY_PASSPHRASE: 'Ada',
  })
  const asPia = { ...env, GALLEY_PASSPHRASE: 'Pia' }
  await galleyJson(['export', library, site, '--as-of', '2026-03-02T00:30:00Z', '--as', 'Pia'], asPia)
  const files = new Map<string, string>()
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(
      relative(site, path),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    )
  }
  return files
}
