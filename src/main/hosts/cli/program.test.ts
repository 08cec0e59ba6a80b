import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { version } from '../../../../package.json'
import { useCommandNewsroom, type Row } from './testing/command-newsroom'
import { galley } from './testing/run-galley'

const at = useCommandNewsroom()
const { run, json, staff, imported } = at

describe('usage', () => {
  it('tells its version and its help', async () => {
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' })
    const help = await run('--help')
    expect(help.exitCode).toBe(0)
    for (const name of [
      'init',
      'person',
      'site',
      'import',
      'list',
      'show',
      'set',
      'move',
      'export',
      'verify',
      'serve',
    ])
      expect(help.out).toContain(name)
  })

  it.each([
    [],
    ['nonsense'],
    ['list'],
    ['list', 'LIB', '--wrong'],
    ['list', 'LIB', '--limit', 'many'],
    ['list', 'LIB', '--state', 'lost'],
    ['person', 'LIB', 'add'],
    ['person', 'LIB', 'add', 'Ann'],
    ['person', 'LIB', 'add', 'Ann', '--role', 'king'],
    ['site', 'LIB', 'colour=red'],
    ['set', 'LIB', 'ID', 'flavour=salt', '--as', 'Ann'],
    ['set', 'LIB', 'ID', 'headline', '--as', 'Ann'],
    ['set', 'LIB', 'ID', 'headline=x'],
    ['move', 'LIB', 'publish', 'ID', '--as', 'Ann'],
    ['show', 'LIB', 'ID', '--form', 'pdf'],
    ['export', 'LIB', 'OUT', '--as', 'Ann', '--as-of', 'soon'],
    ['serve', 'LIB', '--port', '99999'],
  ])('exits 2 at %j', async (...argv) => {
    const wrong = await run(...argv)
    expect(wrong.exitCode).toBe(2)
    expect(wrong.err).not.toBe('')
  })

  it('names the known ones where a name is wrong', async () => {
    expect((await run('set', 'LIB', 'ID', 'flavour=salt', '--as', 'Ann')).err).toContain('standfirst')
    expect((await run('site', 'LIB', 'colour=red')).err).toContain('timeZone')
    expect((await run('move', 'LIB', 'publish', 'ID', '--as', 'Ann')).err).toContain('start-review')
  })
})

describe('a library', () => {
  it('is made in an empty folder only', async () => {
    expect((await json('init', at.library)).json).toEqual({ library: at.library })
    const again = await json<{ error: { code: string } }>('init', at.library)
    expect(again.exitCode).toBe(1)
    expect(again.json.error.code).toBe('folder-not-empty')
    expect(again.err).toContain('already holds something')
  })

  it('is named where it is missing, and not made', async () => {
    const missing = await run('list', at.library)
    expect(missing.exitCode).toBe(1)
    expect(missing.err).toContain(at.library)
    await expect(readFile(join(at.library, 'library.json'))).rejects.toThrow()
  })

  it('leaves no trace among the libraries opened before', async () => {
    await staff()
    await expect(readFile(join(at.folder, 'home', 'galley.json'))).rejects.toThrow()
  })

  it('verifies', async () => {
    await staff()
    await imported()
    expect((await json('verify', at.library)).json).toEqual({ ok: true, problems: [] })
    await writeFile(join(at.library, 'people.json'), '')
    const damaged = await json<{ ok: boolean; problems: string[] }>('verify', at.library)
    expect(damaged.exitCode).toBe(1)
    expect(damaged.json.ok).toBe(false)
    expect(damaged.json.problems.join()).toContain('people.json')
  })
})

describe('people', () => {
  it('makes the first one the admin, whatever was asked for', async () => {
    await run('init', at.library)
    const first = await json('person', at.library, 'add', 'Ada', '--role', 'editor')
    expect(first.json).toMatchObject({ name: 'Ada', role: 'admin' })
  })

  it('lets only an admin add the next ones', async () => {
    await staff()
    expect((await run('person', at.library, 'add', 'Eve', '--role', 'editor')).exitCode).toBe(1)
    expect((await run('person', at.library, 'add', 'Eve', '--role', 'editor', '--as', 'Ed')).exitCode).toBe(1)
    expect((await json<Row[]>('person', at.library, 'list')).json).toHaveLength(3)
  })

  it('gives a new person the passphrase set aside for them', async () => {
    await staff()
    await galley(['person', at.library, 'add', 'Eve', '--role', 'chief', '--as', 'Ada'], {
      ...at.env,
      GALLEY_NEW_PASSPHRASE: 'hers',
    })
    const wrong = await run('site', at.library, 'name=x', '--as', 'Eve')
    expect(wrong.err).toContain('not the passphrase')
  })

  it('says who there is when a name is unknown, and asks no passphrase of who has none', async () => {
    await staff()
    expect((await run('set', at.library, 'x', 'headline=y', '--as', 'Zed')).err).toContain('Ada, Cleo, Ed')
    const { GALLEY_PASSPHRASE: _, ...without } = at.env
    const file = join(at.folder, 'free.txt')
    await writeFile(file, 'Free\n\nText.')
    expect((await galley(['import', at.library, file, '--as', 'ed'], without)).exitCode).toBe(0)
  })

  it('needs a passphrase for everybody but editors', async () => {
    await run('init', at.library)
    const refused = await galley(['person', at.library, 'add', 'Ada', '--role', 'admin'], {
      GALLEY_HOME: join(at.folder, 'home'),
    })
    expect(refused.exitCode).toBe(1)
    expect(refused.err).toContain('GALLEY_NEW_PASSPHRASE')
  })
})

describe('the site', () => {
  it('tells and changes its settings', async () => {
    await staff()
    const changed = await json(
      'site',
      at.library,
      'name=The Courier',
      'timeZone=Europe/London',
      'readingRate=200',
      'accentLight=#123456',
      'typeScale=large',
      'density=airy',
      'frontShape=river',
      'css=.body{width:900px}',
      'headerLinks=About us=/about/; Paper=https://paper.example/?a=b',
      'approverMayNotHaveEdited=false',
      '--as',
      'Ada',
    )
    expect(changed.exitCode).toBe(0)
    const { json: told } = await json('site', at.library)
    expect(told).toMatchObject({
      name: 'The Courier',
      timeZone: 'Europe/London',
      language: 'en',
      readingRate: 200,
      accentLight: '#123456',
      typeScale: 'large',
      density: 'airy',
      frontShape: 'river',
      css: '.body{width:900px}',
      headerLinks: [
        { label: 'About us', address: '/about/' },
        { label: 'Paper', address: 'https://paper.example/?a=b' },
      ],
      approverMayNotHaveEdited: false,
    })
    expect(changed.json).toEqual(told)
  })

  it.each([
    'timeZone=Mars/Olympus',
    'url=ftp://x',
    'readingRate=fast',
    'accentDark=blue',
    'editorsMaySkipPassphrase=perhaps',
    'language=!',
    'typeScale=huge',
    'css=a{',
    'css=a{background:url(https://tracker.example)}',
    'footerLinks=Bad=javascript:alert(1)',
    'footerLinks=No address',
    'favicon=/no/such/file.png',
  ])('refuses %s in words', async (pair) => {
    await staff()
    const refused = await run('site', at.library, pair, '--as', 'Ada')
    expect(refused.exitCode).toBeGreaterThan(0)
    expect(refused.err).not.toBe('')
  })

  it('is changed by admins only', async () => {
    await staff()
    expect((await run('site', at.library, 'name=Mine', '--as', 'Ed')).exitCode).toBe(1)
    expect((await run('site', at.library, 'name=Mine')).exitCode).toBe(1)
  })
})
