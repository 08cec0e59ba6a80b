import { isBuiltin } from 'node:module'

/**
 * Fails a build that reaches a Node module, where Vite would put an empty object in its place and the fault would
 * show only in a running window.
 *
 * @returns {import('vite').Plugin}
 */
export function refuseNodeModules() {
  return {
    name: 'galley-refuse-node-modules',
    enforce: 'pre',
    resolveId(name, importer) {
      if (isBuiltin(name) || name === 'electron')
        this.error(`The window cannot use ${name}, which ${importer ?? 'an entry'} imports.`)
    },
  }
}
