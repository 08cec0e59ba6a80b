/**
 * A module hook (node:module) that gives the stand-in to whoever imports `electron`.
 * @type {import('node:module').ResolveHook}
 */
export const resolve = (specifier, context, next) =>
  specifier === 'electron'
    ? { url: new URL('./stand-in.ts', import.meta.url).href, format: 'module', shortCircuit: true }
    : next(specifier, context)
