import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { folderFrom, openAppHome, usualHome } from './app-home'
import { errorLog } from './error-log'
import { createNewId } from './new-id'
import { createPassphrases } from './passphrases'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})
const someFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-home-'))
  folders.push(folder)
  return folder
}

describe('Galley’s own folder', () => {
  it('is ~/Galley unless GALLEY_HOME says otherwise', () => {
    expect(usualHome({})).toBe(join(homedir(), 'Galley'))
    expect(usualHome({ GALLEY_HOME: 'here' })).toBe(resolve('here'))
    expect(folderFrom('~/news')).toBe(join(homedir(), 'news'))
  })

  it('remembers libraries, newest first and each once, and is not made before', async () => {
    const path = join(await someFolder(), 'home')
    const home = openAppHome(path)
    expect(await home.recent()).toEqual([])
    await expect(stat(path)).rejects.toThrow()
    for (const library of ['/a', '/b', '/a']) await home.remember(library)
    expect(await openAppHome(path).recent()).toEqual(['/a', '/b'])
    for (let number = 0; number < 20; number += 1) await home.remember(`/${number}`)
    expect(await home.recent()).toHaveLength(12)
  })

  it('does without a list that is damaged or cannot be written', async () => {
    const path = await someFolder()
    await writeFile(join(path, 'galley.json'), '{"recent": [1, "/a"')
    const home = openAppHome(path)
    expect(await home.recent()).toEqual([])
    await home.remember('/b')
    expect(await home.recent()).toEqual(['/b'])
    await expect(openAppHome(join(path, 'galley.json', 'below')).remember('/c')).resolves.toBeUndefined()
  })
})

describe('bugs', () => {
  it('are noted with a reference', async () => {
    const file = join(await someFolder(), 'home', 'errors.log')
    const reference = errorLog(file)(new TypeError('bug'), 'article.keep')
    await vi.waitFor(async () => {
      const log = await readFile(file, 'utf8')
      expect(log).toContain(`${reference} article.keep\nTypeError: bug`)
    })
  })
})

describe('ids', () => {
  it('rise, even within one millisecond', () => {
    const newId = createNewId()
    const ids = Array.from({ length: 1000 }, newId)
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
  })
})

describe('passphrases', () => {
  it('are known again however their letters were composed, and never told apart by salt', async () => {
    const passphrases = createPassphrases()
    const kept = await passphrases.hash('caf\u00e9')
    expect(kept).toMatchObject({ n: 32768, r: 8, p: 1 })
    expect(await passphrases.matches('cafe\u0301', kept)).toBe(true)
    expect(await passphrases.matches('cafe', kept)).toBe(false)
    expect((await passphrases.hash('caf\u00e9')).key).not.toBe(kept.key)
  })
})
