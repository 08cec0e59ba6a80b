import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt, root } from './build.mjs'
import { refuseNodeModules } from './refuse-node-modules.mjs'

const out = join(root, 'out')
const read = (path: string) => readFileSync(join(out, path), 'utf8')
const scriptsIn = (folder: string) =>
  readdirSync(join(out, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[cm]?js$/.test(name),
  )

/** The names in `require('…')`, `import … from '…'`, `import('…')` and `export … from '…'`, minified or not. */
function namedModules(commented: string) {
  // Packages come with their examples.
  const script = commented.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
  const call = /(?:\brequire|\bimport)\s*\(\s*(["'`])([^"'`]+)\1\s*\)/g
  const statement = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^"'`;()]*?\bfrom\s*)?(["'])([^"'\n]+)\1/gm
  return [...script.matchAll(call), ...script.matchAll(statement)].map((match) => match[2] ?? '')
}

beforeAll(() => ensureBuilt(), 120_000)

describe('the built preload', () => {
  it('is one CommonJS file that requires nothing but electron', () => {
    expect(scriptsIn('preload').sort()).toEqual(['browser.js', 'index.cjs'])
    const script = read('preload/index.cjs')
    expect([...new Set(namedModules(script))]).toEqual(['electron'])
    expect(script).not.toMatch(/^\s*(import|export)\s/m)
    // A require under another name would slip past the list above.
    expect(script.match(/\brequire\b/g)).toHaveLength(1)
  })

  it('has a twin for browsers that stands alone', () => {
    const script = read('preload/browser.js')
    expect(namedModules(script)).toEqual([])
    expect(script).not.toMatch(/\brequire\b|^\s*(import|export)\s/m)
  })
})

describe('the built window', () => {
  const nodeModules = new Set([...builtinModules, 'electron', 'lowdb', 'sharp', 'yazl'])

  it('holds no Node module', () => {
    const scripts = scriptsIn('renderer')
    expect(scripts).not.toEqual([])
    for (const name of scripts) {
      const script = read(join('renderer', name))
      expect(
        namedModules(script).filter((module) => nodeModules.has(module) || module.startsWith('node:')),
      ).toEqual([])
      expect(script).not.toMatch(/\bipcRenderer\b|["']node:/)
    }
  })

  it.each(['node:path', 'fs', 'electron'])('is not built at all with %s in it', async (name) => {
    const entry = 'virtual:entry'
    const built = build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        refuseNodeModules(),
        { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: () => `import '${name}'` },
      ],
      build: { write: false, rolldownOptions: { input: entry } },
    })
    await expect(built).rejects.toThrow(`The window cannot use ${name}`)
  })

  it('loads nothing but its own files', () => {
    const page = read('renderer/index.html')
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  })
})

describe('the built desk', () => {
  it('has an entry for each host', () => {
    const entries = readdirSync(join(out, 'main')).filter((name) => name.endsWith('.js'))
    expect(entries.sort()).toEqual(['browser.js', 'cli.js', 'index.js'])
  })

  it('knows Electron only where Electron starts it', () => {
    const reached = new Set<string>()
    const follow = (path: string): string[] => {
      if (reached.has(path)) return []
      reached.add(path)
      return namedModules(read(path)).flatMap((name) =>
        name.startsWith('.') ? follow(join(path, '..', name)) : [name],
      )
    }
    for (const entry of ['main/browser.js', 'main/cli.js']) expect(follow(entry)).not.toContain('electron')
    expect(follow('main/index.js')).toContain('electron')
  })
})
