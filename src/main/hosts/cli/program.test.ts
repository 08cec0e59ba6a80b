import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { version } from '../../../../package.json'
import { galley, galleyJson } from './testing/run-galley'

interface Row {
  id: string
  headline: string
  slug: string
  state: string
  authors: string[]
  category: string
  revision: number
}

let folder: string
let library: string
let env: Record<string, string>

/** A library with an admin, Ada, an editor, Ed, and a chief, Cleo: made once, as passphrases take their time. */
let template: string
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'galley-cli-template-'))
  const made = join(template, 'Library')
  const secret = { GALLEY_HOME: join(template, 'home'), GALLEY_PASSPHRASE: 'correct horse' }
  await galley(['init', made], secret)
  await galley(['person', made, 'add', 'Ada', '--role', 'admin'], secret)
  await galley(['person', made, 'add', 'Cleo', '--role', 'chief', '--as', 'Ada'], secret)
  // Editors may go without a passphrase, which keeps these tests quick.
  await galley(['person', made, 'add', 'Ed', '--role', 'editor', '--as', 'Ada'], {
    ...secret,
    GALLEY_NEW_PASSPHRASE: '',
  })
})
afterAll(() => rm(template, { recursive: true, force: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-cli-'))
  library = join(folder, 'Library')
  env = { GALLEY_HOME: join(folder, 'home'), GALLEY_PASSPHRASE: 'correct horse' }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const newsroom = () => cp(join(template, 'Library'), library, { recursive: true })

const run = (...argv: string[]) => galley(argv, env)
const json = <T>(...argv: string[]) => galleyJson<T>(argv, env)

async function imported(
  name = 'piece.txt',
  text = 'A quiet day\n\nNothing happened.\n\nThen it rained.',
): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  const { json: rows } = await json<Row[]>('import', library, file, '--as', 'Ed')
  return rows[0]?.id ?? ''
}

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
    ['show', 'LIB', 'ID', '--form', 'ninjs'],
    ['export', 'LIB', 'OUT', '--as', 'Ann', '--as-of', 'soon'],
    ['export', 'LIB', 'OUT', '--as', 'Ann', '--form', 'ninjs'],
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
    expect((await json('init', library)).json).toEqual({ library })
    const again = await json<{ error: { code: string } }>('init', library)
    expect(again.exitCode).toBe(1)
    expect(again.json.error.code).toBe('folder-not-empty')
    expect(again.err).toContain('already holds something')
  })

  it('is named where it is missing, and not made', async () => {
    const missing = await run('list', library)
    expect(missing.exitCode).toBe(1)
    expect(missing.err).toContain(library)
    await expect(readFile(join(library, 'library.json'))).rejects.toThrow()
  })

  it('leaves no trace among the libraries opened before', async () => {
    await newsroom()
    await expect(readFile(join(folder, 'home', 'galley.json'))).rejects.toThrow()
  })

  it('verifies', async () => {
    await newsroom()
    await imported()
    expect((await json('verify', library)).json).toEqual({ ok: true, problems: [] })
    await writeFile(join(library, 'people.json'), '')
    const damaged = await json<{ ok: boolean; problems: string[] }>('verify', library)
    expect(damaged.exitCode).toBe(1)
    expect(damaged.json.ok).toBe(false)
    expect(damaged.json.problems.join()).toContain('people.json')
  })
})

describe('people', () => {
  it('makes the first one the admin, whatever was asked for', async () => {
    await run('init', library)
    const first = await json('person', library, 'add', 'Ada', '--role', 'editor')
    expect(first.json).toMatchObject({ name: 'Ada', role: 'admin' })
  })

  it('lets only an admin add the next ones', async () => {
    await newsroom()
    expect((await run('person', library, 'add', 'Eve', '--role', 'editor')).exitCode).toBe(1)
    expect((await run('person', library, 'add', 'Eve', '--role', 'editor', '--as', 'Ed')).exitCode).toBe(1)
    expect((await json<Row[]>('person', library, 'list')).json).toHaveLength(3)
  })

  it('gives a new person the passphrase set aside for them', async () => {
    await newsroom()
    await galley(['person', library, 'add', 'Eve', '--role', 'chief', '--as', 'Ada'], {
      ...env,
      GALLEY_NEW_PASSPHRASE: 'hers',
    })
    const wrong = await run('site', library, 'name=x', '--as', 'Eve')
    expect(wrong.err).toContain('not the passphrase')
  })

  it('says who there is when a name is unknown, and asks no passphrase of who has none', async () => {
    await newsroom()
    expect((await run('set', library, 'x', 'headline=y', '--as', 'Zed')).err).toContain('Ada, Cleo, Ed')
    const { GALLEY_PASSPHRASE: _, ...without } = env
    const file = join(folder, 'free.txt')
    await writeFile(file, 'Free\n\nText.')
    expect((await galley(['import', library, file, '--as', 'ed'], without)).exitCode).toBe(0)
  })

  it('needs a passphrase for everybody but editors', async () => {
    await run('init', library)
    const refused = await galley(['person', library, 'add', 'Ada', '--role', 'admin'], {
      GALLEY_HOME: join(folder, 'home'),
    })
    expect(refused.exitCode).toBe(1)
    expect(refused.err).toContain('GALLEY_NEW_PASSPHRASE')
  })
})

describe('the site', () => {
  it('tells and changes its settings', async () => {
    await newsroom()
    const changed = await json(
      'site',
      library,
      'name=The Courier',
      'timeZone=Europe/London',
      'readingRate=200',
      'accentLight=#123456',
      'approverMayNotHaveEdited=false',
      '--as',
      'Ada',
    )
    expect(changed.exitCode).toBe(0)
    const { json: told } = await json('site', library)
    expect(told).toMatchObject({
      name: 'The Courier',
      timeZone: 'Europe/London',
      language: 'en',
      readingRate: 200,
      accentLight: '#123456',
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
  ])('refuses %s in words', async (pair) => {
    await newsroom()
    const refused = await run('site', library, pair, '--as', 'Ada')
    expect(refused.exitCode).toBeGreaterThan(0)
    expect(refused.err).not.toBe('')
  })

  it('is changed by admins only', async () => {
    await newsroom()
    expect((await run('site', library, 'name=Mine', '--as', 'Ed')).exitCode).toBe(1)
    expect((await run('site', library, 'name=Mine')).exitCode).toBe(1)
  })
})

describe('articles', () => {
  it('come from files; one that fails is told and the others go on', async () => {
    await newsroom()
    await writeFile(join(folder, 'one.txt'), 'One\n\nText.')
    const some = await json<(Row & { error?: string })[]>(
      'import',
      library,
      join(folder, 'one.txt'),
      join(folder, 'none.txt'),
      '--as',
      'Ed',
      '--category',
      'News',
    )
    expect(some.exitCode).toBe(1)
    expect(some.json.map(({ headline, error }) => [headline, error === undefined])).toEqual([
      ['One', true],
      [undefined, false],
    ])
    expect(some.err).toContain('none.txt')
    expect((await json<Row[]>('list', library)).json).toMatchObject([
      { headline: 'One', category: 'News', state: 'draft' },
    ])
  })

  it('have fields that are set and shown', async () => {
    await newsroom()
    const id = await imported()
    const kept = await json(
      'set',
      library,
      id,
      'headline=A loud day',
      'author=Ann Lee, Bo Chen',
      'category=music & pop culture',
      'tags=rain, sky,rain',
      'readTime=5',
      'publishTime=2022-08-30',
      'embargo=2022-08-30T09:00:00+02:00',
      'lang=en-GB',
      'seoTitle=Loud',
      '--as',
      'ed',
    )
    expect(kept.err).toBe('')
    expect(kept.json).toMatchObject({
      headline: 'A loud day',
      authors: ['Ann Lee', 'Bo Chen'],
      category: 'Music & Pop Culture',
      readTime: 5,
      revision: 2,
      slug: 'a-loud-day',
    })
    const { json: shown } = await json('show', library, 'a-loud-day')
    expect(shown).toMatchObject({
      id,
      tags: ['rain', 'sky'],
      lang: 'en-GB',
      publishTime: '2022-08-30T12:00:00.000Z',
      embargo: '2022-08-30T07:00:00.000Z',
      printedDate: '30 August 2022',
      readTimeOverride: { minutes: 5, by: 'Ed' },
      minutes: 1,
      search: { title: 'Loud' },
    })
    const text = await run('show', library, id.slice(0, 20), '--form', 'text')
    expect(text.out).toContain('Nothing happened.\n\nThen it rained.')
    expect((await run('show', library, id, '--form', 'md')).out).toMatch(/^---\nheadline: A loud day\n/)
    expect((await run('show', library, id, '--form', 'html')).out).toContain('5 Mins Read')
  })

  it('stay as they are when a value cannot be taken', async () => {
    await newsroom()
    const id = await imported()
    for (const pair of [
      'category=Nowhere',
      'category=Home',
      'slug=Not a slug',
      'readTime=0',
      'publishTime=soon',
      'embargo=2022-02-30',
      'thumbnailAlt=No picture',
      'lang=?',
      'canonical=javascript:x',
      'thumbnail=/nonexistent.png',
    ]) {
      const refused = await run('set', library, id, pair, '--as', 'Ed')
      expect([pair, refused.exitCode > 0, refused.err !== '']).toEqual([pair, true, true])
    }
    expect((await json<Row>('show', library, id)).json.revision).toBe(1)
  })

  it('that are not there, or may be several, are refused with what they may be', async () => {
    await newsroom()
    const one = await imported('one.txt', 'One\n\nText.')
    const two = await imported('two.txt', 'Two\n\nText.')
    expect((await run('show', library, 'nothing')).exitCode).toBe(1)
    const same = [...one].findIndex((character, index) => character !== two[index])
    const ambiguous = await run('show', library, one.slice(0, same))
    expect(ambiguous.exitCode).toBe(1)
    expect(ambiguous.err).toContain(one)
    expect(ambiguous.err).toContain(two)
  })

  it('are listed with filters and as a table', async () => {
    await newsroom()
    await imported('one.txt', 'One thing\n\nAbout boats.')
    await imported('two.txt', 'Another thing\n\nAbout trains.')
    expect(
      (await json<Row[]>('list', library, '--search', 'boats')).json.map(({ headline }) => headline),
    ).toEqual(['One thing'])
    expect((await json<Row[]>('list', library, '--limit', '1')).json.map(({ headline }) => headline)).toEqual(
      ['Another thing'],
    )
    expect((await json<Row[]>('list', library, '--state', 'approved')).json).toEqual([])
    expect((await run('list', library)).out).toMatch(
      /^ID +STATE +PUBLIC +WORDS +CATEGORY +AUTHOR +HEADLINE\n/,
    )
  })
})
