import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'vite'

const suffix = '?modulePath'

/**
 * What electron-vite does with an import that ends in `?modulePath`, for tests: the module is built into a file of its
 * own, which a process can be started with, and the import gives that file's path.
 * @returns {import('vite').Plugin}
 */
export function modulePaths() {
  /** @type {Map<string, Promise<string>>} */
  const built = new Map()
  return {
    name: 'galley-module-paths',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null
      const source = id.slice(0, -suffix.length)
      const path = built.get(source) ?? buildAlone(source)
      built.set(source, path)
      return `export default ${JSON.stringify(await path)}`
    },
  }
}

/** @param {string} source */
async function buildAlone(source) {
  const outDir = mkdtempSync(join(tmpdir(), 'galley-module-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  const name = `${basename(source).replace(/\.ts$/, '')}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  })
  return join(outDir, name)
}
